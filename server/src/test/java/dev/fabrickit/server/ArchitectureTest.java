package dev.fabrickit.server;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAssignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.http.annotation.Controller;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.fabrickit.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.fabrickit.server";
    private static final String WORKSPACE = ROOT + ".workspace";
    private static final String ENDPOINT = ROOT + ".endpoint";
    private static final String MODEL = ROOT + ".model";
    private static final String INFERENCE_SERVICE = ROOT + ".inferenceservice";
    private static final String INVOCATION = ROOT + ".invocation..";
    private static final String[] GENERATED = {ROOT + ".api", ROOT + ".schema"};

    @ArchTest
    static final ArchRule WORKSPACES_KNOW_NO_HIGHER_STEP =
            noClassOf(WORKSPACE, ENDPOINT, MODEL, INFERENCE_SERVICE, INVOCATION);

    @ArchTest
    static final ArchRule ENDPOINTS_KNOW_NEITHER_MODELS_NOR_A_HIGHER_STEP =
            noClassOf(ENDPOINT, MODEL, INFERENCE_SERVICE, INVOCATION);

    @ArchTest
    static final ArchRule MODELS_KNOW_NEITHER_ENDPOINTS_NOR_A_HIGHER_STEP =
            noClassOf(MODEL, ENDPOINT, INFERENCE_SERVICE, INVOCATION);

    @ArchTest
    static final ArchRule INFERENCE_SERVICES_DO_NOT_KNOW_WHO_INVOKES_THEM = noClassOf(INFERENCE_SERVICE, INVOCATION);

    @ArchTest
    static final ArchRule INVOCATIONS_GO_THROUGH_INFERENCE_SERVICES = noClassOf(INVOCATION, WORKSPACE, ENDPOINT, MODEL);

    @ArchTest
    static final ArchRule ENGINES_KNOW_NEITHER_THE_WIRE_NOR_EACH_OTHER = slices().matching(ROOT + ".invocation.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".invocation.engine"));

    @ArchTest
    static final ArchRule WHAT_THE_STEPS_SHARE_KNOWS_NO_STEP = noClasses()
            .that()
            .resideOutsideOfPackages(WORKSPACE, ENDPOINT, MODEL, INFERENCE_SERVICE, INVOCATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORKSPACE, ENDPOINT, MODEL, INFERENCE_SERVICE, INVOCATION);

    @ArchTest
    static final ArchRule WHAT_STANDS_ABOVE_ALL_PACKAGES_KNOWS_ONLY_THE_SEAM = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".*..").and(not(resideInAPackage(ROOT + ".seam"))));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SERVER_MEETS_CLIENT_AND_SUITE_ONLY_ON_THE_WIRE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fabrickit.client..", "dev.fabrickit.conformance..");

    @ArchTest
    static final ArchRule GENERATED_CODE_KNOWS_NO_HAND_WRITTEN_CODE = noClasses()
            .that()
            .resideInAnyPackage(GENERATED)
            .should()
            .dependOnClassesThat(
                    resideInAPackage(ROOT + "..").and(JavaClass.Predicates.resideOutsideOfPackages(GENERATED)));

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .that()
            .resideOutsideOfPackages(GENERATED)
            .should()
            .haveNameMatching(".*(Service|Impl|Utils|Helper|Manager|Common)")
            .orShould()
            // A base model is a thing of the domain.
            .haveNameMatching(".*\\.(Abstract|Base(?!Model))[^.]*");

    @ArchTest
    static final ArchRule CONTROLLERS_EXTEND_WHAT_IS_GENERATED = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".invocation.InvocationController")
            .and()
            .resideOutsideOfPackages(ROOT + ".control", ROOT + ".page")
            .and()
            // IAM's operation is not in the contract.
            .doNotHaveFullyQualifiedName(ROOT + ".auth.TokenController")
            .should(beAssignableTo(resideInAPackage(ROOT + ".api")));

    @ArchTest
    static final ArchRule TIME_IS_READ_FROM_THE_INJECTED_CLOCK = noClasses()
            .that()
            .doNotBelongToAnyOf(StubClock.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule NOTHING_WAITS_BY_SLEEPING =
            noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static void theClassesOfAllStepsAreAnalysed(JavaClasses analysed) {
        assertThat(analysed)
                .extracting(JavaClass::getPackageName)
                .contains(ROOT, WORKSPACE, ENDPOINT, MODEL, INFERENCE_SERVICE, ROOT + ".invocation")
                .contains(GENERATED);
        assertThat(analysed).hasSizeGreaterThan(150);
        assertThat(analysed.stream().filter(type -> type.isAnnotatedWith(Controller.class)))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    private static ArchRule noClassOf(String name, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
