package dev.fabrickit.conformance.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A correct server that differs from the stub where the documents leave it free has what is documented. */
class VariantTest {
    @TempDir
    private Path folder;

    static Stream<CorrectVariant> servers() {
        return Stream.of(CorrectVariants.mixed(), CorrectVariants.all()).flatMap(List::stream);
    }

    /** Those that differ in what even the whole contract leaves open. */
    static Stream<CorrectVariant> serversOfAll() {
        return servers().filter(CorrectVariant::full);
    }

    @Test
    void many_differences_at_once_pass() {
        mustPass(Judged.documented(CorrectVariants.mixed().get(0), folder));
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("servers")
    void each_difference_passes(CorrectVariant variant) {
        mustPass(Judged.documented(variant, folder));
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("serversOfAll")
    void what_the_whole_contract_leaves_open_passes_in_full(CorrectVariant variant) {
        mustPass(Judged.full(variant, folder));
    }

    private static void mustPass(Judged judged) {
        assertThat(judged.with("failed", "not_testable", "error"))
                .as(judged.out())
                .isEmpty();
        assertThat(judged.exitCode()).as(judged.out()).isZero();
    }
}
