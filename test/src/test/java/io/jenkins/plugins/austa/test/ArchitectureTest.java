package io.jenkins.plugins.austa.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.BeforeClass;
import org.junit.Test;

/** The directions in which the rooms of the house may know each other; see the design. */
public class ArchitectureTest {
  private static final String AUSTA = "io.jenkins.plugins.austa.";
  private static final String[] JENKINS = {
    "hudson..", "jenkins..", "org.jenkinsci..", "com.cloudbees.plugins..", "org.kohsuke.."
  };

  private static JavaClasses classes;

  @BeforeClass
  public static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.austa", "hudson", "jenkins", "org.jenkinsci");
  }

  @Test
  public void theEngineKnowsNoJenkins() {
    noClasses()
        .that()
        .resideInAPackage(AUSTA + "engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JENKINS)
        .check(classes);
  }

  @Test
  public void theEngineKnowsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage(AUSTA + "engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            AUSTA + "plugin..", AUSTA + "cli..", AUSTA + "sandbox..", AUSTA + "jenkinsapi..")
        .check(classes);
  }

  @Test
  public void theSandboxKnowsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage(AUSTA + "sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            AUSTA + "engine..", AUSTA + "plugin..", AUSTA + "cli..", AUSTA + "jenkinsapi..")
        .check(classes);
  }

  @Test
  public void thePluginKnowsEngineAndJenkinsOnly() {
    noClasses()
        .that()
        .resideInAPackage(AUSTA + "plugin..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AUSTA + "cli..", AUSTA + "sandbox..", AUSTA + "jenkinsapi..")
        .check(classes);
  }

  @Test
  public void onlyTheMigrationsReadSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage(AUSTA + "engine.migrations..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.sf.jsqlparser..")
        .check(classes);
  }

  @Test
  public void theCapabilitiesOfTheEngineHaveNoCycles() {
    slices().matching(AUSTA + "engine.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  public void theCommandLineHasNoCycles() {
    slices().matching(AUSTA + "cli.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  public void thereIsNoUtilPackage() {
    noClasses()
        .that()
        .resideInAPackage("io.jenkins.plugins.austa..")
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..helper..", "..common..")
        .check(classes);
  }

  @Test
  public void nothingStartsAProcessOnTheController() {
    noClasses()
        .that()
        .resideInAnyPackage(AUSTA + "engine..", AUSTA + "plugin..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .check(classes);
  }
}
