package viewstream.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The oracle can only judge what it does not share. */
@AnalyzeClasses(packages = "viewstream.system")
class IndependenceTest {

  @ArchTest
  static final ArchRule sharesNoCodeWithTheProduct =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "javax.tools..",
              "com.sun.net.httpserver..",
              "org.junit..",
              "org.assertj..",
              "org.awaitility..",
              "org.jspecify..",
              "com.tngtech.archunit..",
              "viewstream.system..",
              "viewstream.stack..")
          .because("only HTTP and the local stack lie between the tests and the product");

  @ArchTest
  static final ArchRule oracleKnowsNoAnswers =
      classes()
          .that()
          .resideInAPackage("viewstream.system.oracle")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("viewstream.system.audit..", "viewstream.stack..")
          .because("what must be is computed before anything is asked");
}
