package dev.fabrickit.client.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.fabrickit.client.ChunkStream;
import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricClient;
import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.Retries;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However wrong a server is, a call ends in time, with the right exception, and leaves nothing behind. */
@Timeout(120)
class WrongServersTest {
    private static final String TOKEN = "token-of-the-test";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final boolean ENDS_CLIENTS = Runtime.version().feature() >= 21;

    static Stream<WrongServer> gallery() {
        return Stream.of(
                new KeepsSilent(),
                new ClosesWithoutAnAnswer(),
                new ResetsTheConnection(),
                new SpeaksNoHttp(),
                new SendsABrokenStatusLine(),
                new DripsItsHead(),
                new TearsItsHead(),
                new SendsHeadersWithoutEnd(),
                new SendsInterimAnswersOnly(),
                new SwitchesTheProtocol(),
                new StallsInItsBody(),
                new DripsItsBody(),
                new TearsItsBody(),
                new TearsAChunkedBody(),
                new SendsABrokenPieceLength(),
                new SendsABrokenLength(),
                new SendsANegativeLength(),
                new SendsABodyWithoutEnd(),
                new LeavesItsBodyOut(),
                new AnswersHtml(),
                new AnswersBrokenJson(),
                new AnswersAnArray(),
                new AnswersNull(),
                new AnswersAnotherType(),
                new NestsWithoutEnd(),
                new CompressesUnasked(),
                new RedirectsInACircle(),
                new AnswersAnErrorInHtml(),
                new StallsInItsError(),
                new RepeatsTheToken(),
                new AnswersTheToken(),
                new StreamsHtml(),
                new StreamsNoType(),
                new FallsSilentInItsStream(),
                new OnlyKeepsItsStreamAlive(),
                new SendsALineWithoutEnd(),
                new SendsAnEventWithoutEnd(),
                new StreamsBrokenJson(),
                new StreamsNull(),
                new StreamsProse(),
                new FailsInItsStream(),
                new RepeatsTheTokenInItsStream(),
                new TearsItsStream(),
                new ResetsItsStream(),
                new EndsItsStreamEarly(),
                new ShortensItsStream(),
                new RefusesSlowly());
    }

    @Test
    void theGalleryIsLarge() {
        assertThat(gallery().map(WrongServer::getClass))
                .hasSizeGreaterThanOrEqualTo(25)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gallery")
    void everyWrongServerIsSurvived(WrongServer wrong) {
        try (RawServer server = new RawServer(wrong)) {
            FabricException told = told(server, wrong);

            assertThat(told).isInstanceOf(wrong.mustCause()).hasMessageContaining(wrong.mustSay());
            assertThat(wholly(told)).doesNotContain(TOKEN);
            if (ENDS_CLIENTS || !wrong.isForgottenByTheJdk()) {
                await().atMost(SOON).until(server::isIdle);
            }
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void connectionsThatTheJdkForgetsDoNotPileUp() {
        WrongServer wrong = new SendsABrokenStatusLine();
        try (RawServer server = new RawServer(wrong);
                FabricClient client = client(server, wrong)) {
            for (int call = 0; call < 100; call++) {
                assertThat(catchThrowableOfType(FabricException.class, () -> call(client, wrong)))
                        .isInstanceOf(ConnectionFailedException.class);
            }

            assertThat(server.accepted()).isEqualTo(100);
            await().atMost(SOON).until(() -> server.open() <= 20);
        }
    }

    @AfterAll
    static void noThreadIsLeft() {
        await().atMost(SOON)
                .until(() -> collected()
                        && Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName().matches("(fabrickit-client|HttpClient)-.*")));
    }

    /** Before Java 21 a client of the JDK ends only when nobody holds it any more and somebody looks. */
    private static boolean collected() {
        System.gc();
        return true;
    }

    private static FabricException told(RawServer server, WrongServer wrong) {
        try (FabricClient client = client(server, wrong)) {
            FabricException told = catchThrowableOfType(FabricException.class, () -> call(client, wrong));
            if (!wrong.isForgottenByTheJdk()) {
                await().atMost(SOON).until(server::isIdle);
            }
            return told;
        }
    }

    private static void call(FabricClient client, WrongServer wrong) {
        if (wrong.isInvoked()) {
            try (ChunkStream answer = client.invokeModelService("w", "i", new ChatCompletionRequest())) {
                answer.joinedText();
            }
        } else {
            client.endpoints().showEndpoint("w", "e");
        }
    }

    private static FabricClient client(RawServer server, WrongServer wrong) {
        return FabricClient.builder()
                .adminUrl(server.uri())
                .token(TOKEN)
                .retries(Retries.NONE)
                .requestTimeout(wrong.patience())
                .silenceTimeout(wrong.silence())
                .streamTimeout(wrong.patience())
                .build();
    }

    private static String wholly(FabricException told) {
        StringWriter text = new StringWriter();
        told.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
