package xiezhi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.testing.Committed;

/**
 * How the application is cut. Each rule is checked against our classes, and against the forbidden
 * things in {@code counterexample}, where it must find something.
 */
class ModuleStructureTest {
  private static final ApplicationModules MODULES = ApplicationModules.of(Xiezhi.class);
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("xiezhi");
  private static final JavaClasses FORBIDDEN =
      new ClassFileImporter().importPackages("counterexample");

  /** Where the machine's clock is read, each for a reason written there. */
  private static final Set<String> CLOCKS =
      Set.of(
          "xiezhi.platform.ClockConfiguration",
          "xiezhi.testclock.MovableClock",
          "xiezhi.identity.application.MachineTime",
          "xiezhi.shared.Ids");

  static List<ArchRule> rules() {
    return List.of(
        noClasses()
            .that(describe("are not one of " + CLOCKS, c -> !CLOCKS.contains(c.getName())))
            .should()
            .callCodeUnitWhere(describe("asks the machine what time it is", readsMachineTime()))
            .as("only the application layer knows the time, and from the clock it was given"),
        noClasses()
            .that()
            .resideInAPackage("..domain..")
            // where a package may be used from is said on it, not in it
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "org.springframework..",
                    "org.jooq..",
                    "jakarta..",
                    "io.swagger..",
                    "xiezhischema.."))
            .as("the domain is Java and the shared words only"),
        noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat(sameModuleIn("application", "persistence", "web"))
            .as("the domain depends on no outer layer"),
        noClasses()
            .that()
            .resideInAPackage("..application..")
            .should()
            .dependOnClassesThat(sameModuleIn("web", "persistence"))
            .as("the application layer depends on the domain only"),
        noClasses()
            .that()
            .resideOutsideOfPackages("..persistence..", "xiezhi.shared.web", "xiezhi.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "xiezhischema..")
            .as("SQL is spoken in persistence only"),
        classes().should(useOnlyTablesOfTheirModule()),
        classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .as("nobody calls a controller but HTTP"),
        noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Base)(\\$.*)?")
            .as("a name says what a thing is for"));
  }

  private static DescribedPredicate<JavaCall<?>> readsMachineTime() {
    return describe(
        "now() without a clock, or the machine's clock itself",
        call -> {
          String owner = call.getTargetOwner().getName();
          String name = call.getTarget().getName();
          boolean givenClock =
              call.getTarget().getRawParameterTypes().stream()
                  .anyMatch(p -> p.getName().equals("java.time.Clock"));
          return (owner.startsWith("java.time.") && name.equals("now") && !givenClock)
              || (owner.equals("java.time.Clock") && name.startsWith("system"))
              || (owner.equals("java.time.InstantSource") && name.equals("system"))
              || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
              || (owner.equals("java.util.Date") && name.equals("<init>"));
        });
  }

  private static DescribedPredicate<JavaClass> sameModuleIn(String... layers) {
    List<String> wanted = List.of(layers);
    return describe(
        "in " + wanted,
        c -> {
          List<String> path = List.of(c.getPackageName().split("\\.", -1));
          boolean ours =
              path.getFirst().equals("xiezhi") || path.getFirst().equals("counterexample");
          return ours
              && !c.getPackageName().equals("xiezhi.shared.web")
              && path.stream().anyMatch(wanted::contains);
        });
  }

  private static ArchCondition<JavaClass> useOnlyTablesOfTheirModule() {
    return new ArchCondition<>("use only the tables of their own module") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().getPackageName().startsWith("xiezhischema."))
            .filter(
                d ->
                    !second(d.getTargetClass().getPackageName())
                        .equals(second(item.getPackageName())))
            .forEach(d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
      }
    };
  }

  private static String second(String packageName) {
    String[] path = packageName.split("\\.", -1);
    return path.length > 1 ? path[1] : "";
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isKept(ArchRule rule) {
    rule.check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void wouldBeSeenToBeBroken(ArchRule rule) {
    assertThat(rule.evaluate(FORBIDDEN).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @Test
  void modulesDependOnlyOnWhatTheyDeclare() {
    MODULES.verify();
  }

  @Test
  void everyModuleDeclaresItsDependencies() {
    assertThat(MODULES.stream().toList()).hasSizeGreaterThan(8);
    for (ApplicationModule module : MODULES) {
      assertThat(
              Files.exists(source(module)) && text(source(module)).contains("allowedDependencies"))
          .as("module %s says in package-info.java what it may depend on", module.getIdentifier())
          .isTrue();
    }
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> bare = new TreeSet<>();
    OURS.forEach(
        c -> {
          if (!c.getModifiers().contains(JavaModifier.SYNTHETIC)
              && !c.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
            bare.add(c.getPackageName());
          }
        });
    assertThat(bare).isEmpty();
  }

  @Test
  void thePictureOfTheModulesIsUpToDate() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Modules

            Generated by `ModuleStructureTest`; `mvn verify -Dxiezhi.update=true` rewrites it. An arrow means
            "depends on". `shared`, on which all depend, is left out of the picture.

            ```mermaid
            graph TD
            """);
    List<ApplicationModule> modules =
        MODULES.stream()
            .sorted(java.util.Comparator.comparing(m -> m.getIdentifier().toString()))
            .toList();
    for (ApplicationModule module : modules) {
      if (!isShared(module)) {
        page.append("  %s[\"%s %s\"]\n".formatted(id(module), id(module), title(module)));
      }
    }
    for (ApplicationModule module : modules) {
      Set<String> targets = new TreeSet<>();
      module
          .getDirectDependencies(MODULES)
          .uniqueModules()
          .filter(m -> !isShared(m))
          .forEach(m -> targets.add(id(m)));
      targets.remove(id(module));
      if (!isShared(module)) {
        targets.forEach(target -> page.append("  %s --> %s\n".formatted(id(module), target)));
      }
    }
    page.append("```\n\n| Module | | What it is for |\n| --- | --- | --- |\n");
    for (ApplicationModule module : modules) {
      page.append("| `%s` | %s | %s |\n".formatted(id(module), title(module), purpose(module)));
    }
    Committed.in(Path.of("../docs/generated/modules.md")).mustBe(page.toString());
  }

  private static boolean isShared(ApplicationModule module) {
    return id(module).equals("shared");
  }

  private static String id(ApplicationModule module) {
    return module.getIdentifier().toString();
  }

  private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  /** The first paragraph of the module's own description. */
  private static String doc(ApplicationModule module) {
    var found = DOC.matcher(text(source(module)));
    String words = found.find() ? found.group(1) : "";
    return words
        .replaceAll("\n \\*", " ")
        .split("<p>", -1)[0]
        .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String title(ApplicationModule module) {
    String doc = doc(module);
    return doc.contains(":") ? doc.substring(0, doc.indexOf(':')) : "";
  }

  private static String purpose(ApplicationModule module) {
    String doc = doc(module);
    return doc.substring(doc.indexOf(':') + 1).strip();
  }

  private static Path source(ApplicationModule module) {
    return Path.of("src/main/java", module.getBasePackage().getName().replace('.', '/'))
        .resolve("package-info.java");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
