package org.glissade.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What may depend on what: the table of modules in docs/architecture.md, kept. */
@AnalyzeClasses(packages = "org.glissade", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] OUTSIDE_CORE =
      Stream.of("nn", "optim", "mnist", "cpu", "nd4j", "cuda", "testkit", "examples")
          .map(name -> "org.glissade." + name + "..")
          .toArray(String[]::new);

  /** No cycle can hide here: everything sees core, examples see everything, and that is all. */
  @ArchTest
  static final ArchRule siblingsDoNotSeeEachOther =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("core")
          .definedBy(resideInAPackage("org.glissade..").and(not(resideInAnyPackage(OUTSIDE_CORE))))
          .layer("nn")
          .definedBy("org.glissade.nn..")
          .layer("optim")
          .definedBy("org.glissade.optim..")
          .layer("mnist")
          .definedBy("org.glissade.mnist..")
          .layer("cpu")
          .definedBy("org.glissade.cpu..")
          .layer("nd4j")
          .definedBy("org.glissade.nd4j..")
          .layer("cuda")
          .definedBy("org.glissade.cuda..")
          .layer("testkit")
          .definedBy("org.glissade.testkit..")
          .layer("examples")
          .definedBy("org.glissade.examples..")
          .whereLayer("core")
          .mayNotAccessAnyLayer()
          .whereLayer("nn")
          .mayOnlyAccessLayers("core")
          .whereLayer("optim")
          .mayOnlyAccessLayers("core")
          .whereLayer("mnist")
          .mayOnlyAccessLayers("core")
          .whereLayer("cpu")
          .mayOnlyAccessLayers("core")
          .whereLayer("nd4j")
          .mayOnlyAccessLayers("core")
          .whereLayer("cuda")
          .mayOnlyAccessLayers("core")
          .whereLayer("testkit")
          .mayOnlyAccessLayers("core")
          .whereLayer("examples")
          .mayOnlyAccessLayers("core", "nn", "optim", "mnist", "cpu", "nd4j");

  /** Examples run from the class path, where the compiler does not ask for exports. */
  @ArchTest
  static final ArchRule examplesUseWhatModulesExport =
      noClasses()
          .that()
          .resideInAPackage("org.glissade.examples..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.glissade..")
                  .and(not(resideInAPackage("org.glissade.examples..")))
                  .and(not(resideInAnyPackage(exportedPackages()))));

  @ArchTest
  static final ArchRule guiceIsForWiring =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.glissade.nn.inject..", "org.glissade.examples..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google..", "jakarta.inject..", "javax.inject..");

  @ArchTest
  static final ArchRule junitIsForTheKit =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.glissade.testkit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", "org.opentest4j..");

  @ArchTest
  static final ArchRule vectorsAreForTheCpuBackend =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.glissade.cpu..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator..");

  /** What tests have counted is printed at their end. */
  @ArchTest
  static final ArchRule librariesPrintNothing =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.glissade.examples..")
          .and()
          .doNotHaveFullyQualifiedName("org.glissade.testkit.Tally")
          .should(ACCESS_STANDARD_STREAMS);

  /** What the kit draws only has to be the same each time. */
  @ArchTest
  static final ArchRule randomnessIsSeededAndOurs =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.glissade.testkit..")
          .should()
          .dependOnClassesThat(resideInAPackage("java..").and(assignableTo(RandomGenerator.class)))
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(Collections.class, "shuffle", List.class);

  /** The ND4J backend has no module-info; its one package is public. */
  private static String[] exportedPackages() {
    Stream<String> exported =
        ArchitectureTest.class
            .getClassLoader()
            .resources("module-info.class")
            .map(ArchitectureTest::read)
            .filter(module -> module.name().startsWith("org.glissade."))
            .flatMap(module -> module.exports().stream())
            .map(ModuleDescriptor.Exports::source);
    return Stream.concat(exported, Stream.of("org.glissade.nd4j")).toArray(String[]::new);
  }

  private static ModuleDescriptor read(URL moduleInfo) {
    try (InputStream in = moduleInfo.openStream()) {
      return ModuleDescriptor.read(in);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + moduleInfo, e);
    }
  }
}
