package viewstream.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "viewstream.ingestion", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule DATA_FLOWS_ONE_WAY =
      slices().matching("viewstream.ingestion.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_PUBLISHING_AND_TOPICS_SEE_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackages("viewstream.ingestion.publish", "viewstream.ingestion.topic")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "viewstream.schema.registry..");

  @ArchTest
  static final ArchRule RULES_DO_NOT_KNOW_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage(
              "viewstream.ingestion.validation",
              "viewstream.ingestion.enrichment",
              "viewstream.ingestion.privacy",
              "viewstream.ingestion.rejection",
              "viewstream.ingestion.pipeline")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..");
}
