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

    private static Stream<List<WrongServer>> kinds() {
        return Stream.of(
                WrongRules.all(),
                WrongResources.all(),
                WrongLives.all(),
                WrongLists.all(),
                WrongRefusals.all(),
                WrongLimits.all(),
                WrongDoors.all(),
                WrongFrames.all(),
                WrongChunks.all(),
                WrongChats.all(),
                WrongGrants.all(),
                WrongWishes.all());
    }

    static Stream<WrongServer> all() {
        return kinds().flatMap(List::stream);
    }

    /** Those that leave something to be asked beside what names their fault. */
    static Stream<WrongServer> unspoilt() {
        return all().filter(server -> !server.spoils());
    }

    /** One of each kind. */
    static Stream<WrongServer> some() {
        return kinds().map(servers -> servers.get(0));
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
    @MethodSource("all")
    void each_is_caught_by_what_names_its_fault(WrongServer server) {
        Judged judged = Judged.full(server, folder, server.caughtBy());
        assertThat(judged.with("failed")).as(judged.out()).isEqualTo(server.caughtBy());
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("unspoilt")
    void each_is_caught_by_nothing_else(WrongServer server) {
        Judged judged = Judged.full(server, folder, Set.of());
        Set<String> expected = new TreeSet<>(server.caughtBy());
        expected.addAll(server.alsoFails());
        assertThat(judged.with("failed", "not_testable", "error"))
                .as(judged.out())
                .isEqualTo(expected);
        assertThat(judged.exitCode()).isOne();
    }
}
