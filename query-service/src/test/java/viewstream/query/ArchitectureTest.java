package viewstream.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What must stay true of the packages. */
@AnalyzeClasses(packages = "viewstream.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule only_storage_sees_the_stores =
      noClasses()
          .that()
          .resideOutsideOfPackage("..storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "io.lettuce..", "com.zaxxer..");

  @ArchTest
  static final ArchRule nothing_depends_on_storage =
      noClasses()
          .that()
          .resideOutsideOfPackage("..storage..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..storage..");

  @ArchTest
  static final ArchRule other_services_are_unknown =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "viewstream.ingestion..", "viewstream.flink..", "viewstream.rollup..");

  @ArchTest
  static final ArchRule metrics_know_nothing_of_serving =
      noClasses()
          .that()
          .resideInAPackage("..metric..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "..cache..", "..storage..");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("viewstream.query.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .that()
          .resideOutsideOfPackage("viewstream.query")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule settings_are_records =
      classes().that().haveSimpleNameEndingWith("Settings").should().beRecords();
}
