package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with address or account is named in one line with the way out, and is never called non-conformance. */
class PreflightTest {
    @TempDir
    private static Path folder;

    private static Misconfigurations world;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        world = Misconfigurations.start(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private enum Mistake {
        UNKNOWN_HOST("--base-url http://nowhere.invalid --token t0ken", "no host is known by the name nowhere.invalid"),
        NOTHING_LISTENS("--base-url http://127.0.0.1:1 --token t0ken", "nothing listens there"),
        NOTHING_LISTENS_AT_THE_EP_HOST("--base-url STUB --token TOKEN --ep-url http://127.0.0.1:1", "nothing listens"),
        SILENCE("--base-url SILENT --token t0ken", "it is silent"),
        NO_TLS("--base-url STUB_TLS --token TOKEN", "it does not speak TLS. Use http://"),
        NOT_HTTP("--base-url PLAIN_OF_TLS --token t0ken", "Use https:// in its URL"),
        UNTRUSTED(
                "--base-url TLS --token t0ken", "its certificate is not trusted here. Give the certificate of its CA"),
        NO_CREDENTIALS("--base-url STUB", "set FABRICKIT_TOKEN, or give --token, or --ak and --sk"),
        WRONG_TOKEN("--base-url STUB --token canary-token", "the token is refused (401"),
        EXPIRED_TOKEN("--base-url EXPIRED --token canary-token", "the token has expired"),
        WRONG_SECRET_KEY("--base-url STUB --ak AK --sk canary-key", "the signature is refused (401"),
        WRONG_SECURITY_TOKEN(
                "--base-url STUB --ak AK --sk SK --security-token canary-token", "the security token does not fit"),
        WRONG_CLOCK("--base-url LATE --ak AK --sk SK", "the clock here is 20 minutes off the service's"),
        WRONG_OTHER_TOKEN(
                "--base-url STUB --token TOKEN --other-token canary-token", "of the second tenant, the token"),
        EXCHANGED_HOSTS("--base-url EP --ep-url ADMIN --token TOKEN", "the two hosts are exchanged"),
        NO_EP_HOST("--base-url ADMIN --token TOKEN", "does not answer for inference services"),
        WRONG_BASE_PATH("--base-url STUB/fabric --token TOKEN", "Check the base path of --base-url"),
        NO_SUCH_SERVICE("--base-url PAGE --token t0ken", "is not this service: it answers 200 with text/html"),
        UNKNOWN_SPEC("--base-url STUB --token TOKEN --spec-code mu.other", "cannot use the spec code mu.other"),
        UNKNOWN_BASE_MODEL("--base-url STUB --token TOKEN --base-model-type GPT", "cannot use the base model GPT");

        private final String line;
        private final String said;

        Mistake(String line, String said) {
            this.line = line;
            this.said = said;
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_named_with_the_way_out(Mistake mistake) {
        Program program = run(mistake);
        assertThat(program.out()).contains(mistake.said).doesNotContain("\tat ", "canary-");
        assertThat(program.out().lines()).hasSize(1);
        assertThat(program.exitCode()).isEqualTo(3);
    }

    @Test
    @Tag("exhaustive")
    void each_is_named_in_under_5_seconds() {
        for (Mistake mistake : Mistake.values()) {
            long begin = System.nanoTime();
            run(mistake);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.println(mistake + " was named after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static Program run(Mistake mistake) {
        String line = "conform --report " + folder.resolve("report") + " " + world.filledIn(mistake.line);
        return Program.run(line.split(" "));
    }
}
