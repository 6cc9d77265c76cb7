package org.wangge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The package diagram of ARCHITECTURE.md as rules. */
@AnalyzeClasses(packages = "org.wangge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] KERNEL = {"..wangge.fabric..", "..wangge.zoning..", "..wangge.topology.."};

  @ArchTest
  static final ArchRule kernelSeesOnlyJtsAndTheJdk =
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
              "org.jspecify..");

  @ArchTest
  static final ArchRule fabricSeesNoOtherKernelPackage =
      noClasses()
          .that()
          .resideInAPackage("..wangge.fabric..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..wangge.zoning..", "..wangge.topology..");

  @ArchTest
  static final ArchRule zoningSeesOnlyFabric =
      noClasses()
          .that()
          .resideInAPackage("..wangge.zoning..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..wangge.topology..");

  @ArchTest
  static final ArchRule kernelDoesNoInputOrOutput =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io", "java.nio.file..", "java.net..", "java.sql..", "java.time..")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule webSeesNeitherStoreNorKernel =
      noClasses()
          .that()
          .resideInAPackage("..wangge.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..wangge.db..", "..wangge.fabric..", "..wangge.zoning..", "..wangge.topology..");

  @ArchTest
  static final ArchRule storePortSeesNeitherWebNorKernel =
      noClasses()
          .that()
          .resideInAPackage("..wangge.db..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..wangge.web..", "..wangge.fabric..", "..wangge.zoning..", "..wangge.topology..");

  @ArchTest
  static final ArchRule javalinStaysInWebAppAndRoutes =
      noClasses()
          .that()
          .resideOutsideOfPackages("..wangge.web..", "..wangge.app..")
          .and()
          .haveSimpleNameNotEndingWith("Routes")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.javalin..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule sqlStaysInDbAndStores =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wangge.db..")
          .and()
          .haveSimpleNameNotEndingWith("Store")
          .and()
          // GeoPackage is an SQLite file: its reader speaks JDBC to that file, never to the store.
          .haveSimpleNameNotStartingWith("GeoPackage")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule geoToolsStaysInExchange =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wangge.exchange..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..", "org.opengis..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingSeesApp =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wangge.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..wangge.app..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule casesSeesNoOtherFeature = seesNoOther("cases");

  @ArchTest static final ArchRule partySeesNoOtherFeature = seesNoOther("party");
  @ArchTest static final ArchRule servicesSeesNoOtherFeature = seesNoOther("services");
  @ArchTest static final ArchRule atlasSeesNoOtherFeature = seesNoOther("atlas");
  @ArchTest static final ArchRule featuresSeesNoOtherFeature = seesNoOther("features");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("org.wangge.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  private static ArchRule seesNoOther(String feature) {
    String[] others =
        Stream.of("cases", "party", "services", "features", "checking", "atlas", "demo")
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
