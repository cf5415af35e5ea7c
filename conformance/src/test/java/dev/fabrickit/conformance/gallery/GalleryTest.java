package dev.fabrickit.conformance.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong server is caught by the requirements that name its fault, and by no other. */
class GalleryTest {
    @TempDir
    private Path folder;

    static Stream<WrongServer> servers() {
        return Stream.of(WrongResources.all(), WrongStreams.all()).flatMap(List::stream);
    }

    /** One of each kind. */
    static Stream<WrongServer> some() {
        return Stream.of(WrongResources.all(), WrongStreams.all()).map(servers -> servers.get(0));
    }

    @ParameterizedTest
    @MethodSource("some")
    void some_are_caught(WrongServer server) {
        Judged judged = Judged.full(server, folder, server.caughtBy());
        assertThat(judged.with("failed")).as(judged.out()).isEqualTo(server.caughtBy());
        assertThat(judged.exitCode()).isOne();
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("servers")
    void each_is_caught_by_what_names_its_fault_and_by_nothing_else(WrongServer server) {
        Judged judged = Judged.full(server, folder, Set.of());
        Set<String> expected = new TreeSet<>(server.caughtBy());
        expected.addAll(server.alsoFails());
        assertThat(judged.with("failed", "not_testable", "error"))
                .as(judged.out())
                .isEqualTo(expected);
        assertThat(judged.exitCode()).isOne();
    }
}
