package dev.fabrickit.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.fabrickit.client", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_CLIENT_NEEDS_NO_FRAMEWORK_AND_KNOWS_NOTHING_OF_THE_SERVER = noClasses()
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "dev.fabrickit.client..",
                    "java..",
                    "javax.crypto..",
                    "javax.net.ssl..",
                    "com.fasterxml.jackson..",
                    "jakarta.annotation..",
                    "org.jspecify.annotations..")));

    @ArchTest
    static final ArchRule GENERATED_CALLS_DO_NOT_KNOW_HOW_THEY_ARE_CARRIED_OUT = noClasses()
            .that()
            .resideInAPackage("dev.fabrickit.client.api")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fabrickit.client", "java.net.http..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule SCHEMAS_KNOW_ONLY_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("dev.fabrickit.client.schema")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fabrickit.client", "dev.fabrickit.client.api");

    @ArchTest
    static void classesOfAllThreePackagesAreAnalysed(JavaClasses analysed) {
        assertThat(analysed)
                .extracting(type -> type.getPackageName())
                .contains("dev.fabrickit.client", "dev.fabrickit.client.api", "dev.fabrickit.client.schema");
        assertThat(analysed).hasSizeGreaterThan(70);
    }
}
