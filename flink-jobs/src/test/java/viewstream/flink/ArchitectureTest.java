package viewstream.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "viewstream.flink", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_REDIS_SEES_LETTUCE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..redis..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.lettuce..");

  @ArchTest
  static final ArchRule OPERATORS_DO_NOT_SEE_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackages("viewstream.flink", "..source..", "..tick..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule VIEW_KNOWS_NOTHING_OF_FLINK =
      classes()
          .that()
          .haveNameMatching(
              ".*tracking\\.(View|EventMemory|SortedLongs|Standing|Moment|Correction|Verdict.*)")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "viewstream.flink.tracking", "viewstream.schema.event", "org.jspecify..");

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_SEE_THE_JOB =
      noClasses()
          .that()
          .resideInAPackage("viewstream.flink.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("viewstream.flink");
}
