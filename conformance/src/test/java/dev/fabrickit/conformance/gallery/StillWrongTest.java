package dev.fabrickit.conformance.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left open to every server does not let a wrong one pass. */
class StillWrongTest {
    @TempDir
    private Path folder;

    static List<WrongServer> servers() {
        return StillWrong.all();
    }

    static List<WrongServer> some() {
        return StillWrong.all().subList(0, 3);
    }

    @ParameterizedTest
    @MethodSource("some")
    void some_are_caught_under_documented(WrongServer server) {
        mustBeCaught(server);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("servers")
    void each_is_caught_under_documented(WrongServer server) {
        mustBeCaught(server);
    }

    private void mustBeCaught(WrongServer server) {
        Judged judged = Judged.documented(server, folder);
        assertThat(judged.with("failed")).as(judged.out()).containsAll(server.caughtBy());
        assertThat(judged.exitCode()).isOne();
    }
}
