package dev.fabrickit.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.fabrickit.conformance", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.fabrickit.conformance.";

    @ArchTest
    static final ArchRule only_the_package_stub_knows_the_server = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "stub")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.fabrickit.server..");

    @ArchTest
    static final ArchRule the_suite_speaks_raw_http_and_never_through_the_client =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.fabrickit.client..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_command_line_knows_the_stub = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("contract")
            .definedBy(ROOT + "contract")
            .layer("wire")
            .definedBy(ROOT + "wire")
            .layer("run")
            .definedBy(ROOT + "run")
            .layer("scene")
            .definedBy(ROOT + "scene")
            .layer("judgement")
            .definedBy(ROOT + "judgement")
            .layer("boundary")
            .definedBy(ROOT + "boundary")
            .layer("steps")
            .definedBy(ROOT + "steps")
            .layer("report")
            .definedBy(ROOT + "report")
            .layer("stub")
            .definedBy(ROOT + "stub")
            .layer("cli")
            .definedBy(ROOT + "cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("stub")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("steps")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("scene", "judgement", "boundary", "steps", "report", "cli")
            .whereLayer("scene")
            .mayOnlyBeAccessedByLayers("judgement", "boundary", "steps")
            .whereLayer("judgement")
            .mayOnlyBeAccessedByLayers("boundary", "steps")
            .whereLayer("boundary")
            .mayOnlyBeAccessedByLayers("steps");

    @ArchTest
    static final ArchRule nothing_is_named_after_nothing = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Common|Service)$|.*\\.(Abstract|Base)[A-Z].*");

    @ArchTest
    static void classes_were_analysed(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThan(25);
    }
}
