package viewstream.schema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import viewstream.schema.registry.SchemaRegistry;

@AnalyzeClasses(packages = "viewstream.schema", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule schemasSeeNoFramework =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework..");

  @ArchTest
  static final ArchRule onlyOneClassSeesTheRelocatedRegistryClient =
      noClasses()
          .that()
          .areNotAssignableTo(SchemaRegistry.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..");
}
