package viewstream.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "viewstream.stack", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** These libraries are optional: only our own child processes and commands have them. */
  @ArchTest
  static final ArchRule usersOfTheStackNeedNoLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "viewstream.stack.cli", "viewstream.stack.demo", "viewstream.stack.clickhouse")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.eclipse.jetty..", "picocli..", "com.sun.jna..", "com.clickhouse..");

  @ArchTest
  static final ArchRule theStackDoesNotKnowItsCommands =
      noClasses()
          .that()
          .resideOutsideOfPackages("viewstream.stack.cli", "viewstream.stack.demo")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("viewstream.stack.cli", "viewstream.stack.demo");
}
