package org.wangge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package diagram of ARCHITECTURE.md as rules. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.wangge");

  private static final String[] KERNEL = {
    "..wangge.fabric..", "..wangge.zoning..", "..wangge.topology.."
  };

  @Test
  void kernelSeesOnlyJtsAndTheJdk() {
    check(
        classes()
            .that()
            .resideInAnyPackage(KERNEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "..wangge.fabric..",
                "..wangge.zoning..",
                "..wangge.topology..",
                "java..",
                "org.locationtech.jts..",
                "org.jspecify.."));
  }

  @Test
  void fabricSeesNoOtherKernelPackage() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..wangge.fabric..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..wangge.zoning..", "..wangge.topology.."));
  }

  @Test
  void zoningSeesOnlyFabric() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..wangge.zoning..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..wangge.topology.."));
  }

  @Test
  void kernelDoesNoInputOrOutput() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(KERNEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.io", "java.nio.file..", "java.net..", "java.sql..", "java.time..")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random"));
  }

  @Test
  void webSeesNeitherStoreNorKernel() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..wangge.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "..wangge.db..", "..wangge.fabric..", "..wangge.zoning..", "..wangge.topology.."));
  }

  @Test
  void storePortSeesNeitherWebNorKernel() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..wangge.db..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "..wangge.web..", "..wangge.fabric..", "..wangge.zoning..", "..wangge.topology.."));
  }

  @Test
  void policySeesOnlyTheJdk() {
    check(
        classes()
            .that()
            .resideInAPackage("..wangge.policy..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..wangge.policy..", "java..", "org.jspecify.."));
  }

  @Test
  void accessSeesNoOtherFeature() {
    check(seesNoOther("access"));
  }

  @Test
  void featuresDoNotKnowAccounts() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("..wangge.access..", "..wangge.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..wangge.access.."));
  }

  @Test
  void javalinStaysInWebAppAndRoutes() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("..wangge.web..", "..wangge.app..")
            .and()
            .haveSimpleNameNotEndingWith("Routes")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javalin..")
            .allowEmptyShould(true));
  }

  @Test
  void sqlStaysInDbAndStores() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..wangge.db..")
            .and()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            // GeoPackage is an SQLite file: its reader speaks JDBC to that file, never to the
            // store.
            .haveSimpleNameNotStartingWith("GeoPackage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")
            .allowEmptyShould(true));
  }

  @Test
  void geoToolsStaysInExchange() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..wangge.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.geotools..", "org.opengis..")
            .allowEmptyShould(true));
  }

  @Test
  void officeFormatsStayInDocuments() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..wangge.documents..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "org.apache.pdfbox..", "org.openxmlformats.."));
  }

  /** What proves a certificate anew must not take part in what made the publication. */
  @Test
  void theProofOfACertificateSeesNothingOfTheKernel() {
    check(
        noClasses()
            .that()
            .haveSimpleNameStartingWith("CertificateProof")
            .or()
            .haveSimpleName("GroundOverlay")
            .or()
            .haveSimpleName("GeometryHash")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KERNEL));
  }

  @Test
  void nothingSeesApp() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..wangge.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..wangge.app..")
            .allowEmptyShould(true));
  }

  @Test
  void casesSeesNoOtherFeature() {
    check(seesNoOther("cases"));
  }

  @Test
  void partySeesNoOtherFeature() {
    check(seesNoOther("party"));
  }

  @Test
  void servicesSeesNoOtherFeature() {
    check(seesNoOther("services"));
  }

  @Test
  void documentsSeesNoOtherFeature() {
    check(seesNoOther("documents"));
  }

  @Test
  void atlasSeesNoOtherFeature() {
    check(seesNoOther("atlas"));
  }

  @Test
  void featuresSeesNoOtherFeature() {
    check(seesNoOther("features"));
  }

  @Test
  void noCycles() {
    check(slices().matching("org.wangge.(*)..").should().beFreeOfCycles().allowEmptyShould(true));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  private static ArchRule seesNoOther(String feature) {
    String[] others =
        Stream.of(
                "access",
                "cases",
                "party",
                "services",
                "features",
                "checking",
                "atlas",
                "demo",
                "documents")
            .filter(name -> !name.equals(feature))
            .map(name -> "..wangge." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("..wangge." + feature + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true);
  }
}
