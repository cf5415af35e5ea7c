package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.client.schema.ChatCompletion;
import dev.fabrickit.client.schema.ChatCompletionChunk;
import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.ChatMessage;
import dev.fabrickit.client.schema.CreateWorkspaceInput;
import dev.fabrickit.client.schema.Workspace;
import dev.fabrickit.server.Stub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs what the two README show. A block of Java there must stand here, line by line, unless it is a whole program. */
@Timeout(120)
class ReadmeExamplesTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/fabrickit/client/ReadmeExamplesTest.java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final Stub STUB = Stub.start();
    private static final String token = STUB.token();
    private static final URI url = STUB.uri();
    private static FabricClient client;
    private static Deployment deployment;
    private static String workspaceId;
    private static String endpointId;
    private static String instanceId;

    @BeforeAll
    static void deploy() {
        client = FabricClient.builder().adminUrl(url).token(STUB.token()).build();
        deployment = new Procedure().walk(client, request());
        workspaceId = deployment.workspaceId();
        endpointId = deployment.endpointId();
        instanceId = deployment.instanceId();
    }

    @AfterAll
    static void stop() {
        deployment.close();
        client.close();
        STUB.close();
    }

    private static ChatCompletionRequest request() {
        return new ChatCompletionRequest()
                .addMessagesItem(
                        new ChatMessage().role(ChatMessage.RoleEnum.USER).content("hello"));
    }

    @Test
    void everyBlockOfTheReadmesStandsHere() throws IOException {
        String source = withoutIndent(Files.readString(SOURCE));
        List<String> shown = Stream.of(
                        clientPartOf(Files.readString(Path.of("../README.md"))), Files.readString(Path.of("README.md")))
                .flatMap(readme -> BLOCK.matcher(readme).results())
                .map(block -> withoutIndent(block.group(1)))
                .filter(block -> !block.startsWith("import "))
                .toList();

        assertThat(shown)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(block -> assertThat(source).contains(block));
    }

    private static String clientPartOf(String readme) {
        return readme.replaceFirst("(?s).*?\n## The client\n", "").replaceFirst("(?s)\n## .*", "");
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    @Test
    void streaming() {
        ChatCompletionRequest request = request();
        String workspaceId = deployment.workspaceId();
        String instanceId = deployment.instanceId();
        try (ChunkStream answer = client.invokeModelService(workspaceId, instanceId, request)) {
            answer.texts().forEach(System.out::print);
        }
    }

    @Test
    void asking() {
        String answer = client.ask(workspaceId, instanceId, "hello");
        assertThat(answer).contains("hello");
    }

    @Test
    void chunks() {
        ChatCompletionRequest request = request();
        ChunkAccumulator whole = new ChunkAccumulator();
        try (ChunkStream answer = client.invokeModelService(workspaceId, instanceId, request)) {
            for (ChatCompletionChunk chunk : answer) {
                whole.add(chunk);
            }
        }
        ChatCompletion completion = whole.completion();
        System.out.println(completion.getChoices().get(0).getFinishReason());
        assertThat(completion.getChoices().get(0).getFinishReason()).isEqualTo("stop");
    }

    @Test
    void places() {
        Map<String, String> environment = Map.of("FABRICKIT_REGION", "cn-north-4", "FABRICKIT_TOKEN", "token");
        FabricClient live = FabricClient.builder()
                .region("cn-north-4")
                .credentials(Credentials.password("my-account", "my-user", "my-password"))
                .build();
        FabricClient stub = FabricClient.builder()
                .adminUrl(URI.create("http://127.0.0.1:8080"))
                .token("fabrickit-development-token")
                .build();
        FabricClient same = FabricClient.builder().environment(environment).build();
        assertThat(Stream.of(live, stub, same)).doesNotContainNull();
    }

    @Test
    void credentials() {
        Credentials fixed = Credentials.token(Vault.read());
        Credentials keys = Credentials.accessKey("AK", "SK");
        Credentials temporary = Credentials.temporaryAccessKey("AK", "SK", "security-token");
        Credentials own = Credentials.tokens(() -> new IssuedToken(Vault.read(), Vault.end()));
        assertThat(Stream.of(fixed, keys, temporary, own)).doesNotContainNull();
    }

    private static final class Vault {
        static String read() {
            return "token";
        }

        static Instant end() {
            return Instant.MAX;
        }
    }

    @Test
    void errors() {
        try {
            Workspace workspace = client.workspaces().createWorkspace(new CreateWorkspaceInput().name("!"));
            System.out.println(workspace.getId());
        } catch (ErrorAnswerException e) {
            System.out.println(e.status() + " " + e.errorCode() + " " + e.requestId());
        } catch (FabricException e) {
            System.out.println(e.getMessage());
        }
    }

    @Test
    void listening() {
        FabricClient client = FabricClient.builder()
                .adminUrl(url)
                .token(token)
                .userAgent("my-program/1.0")
                .listener(report -> System.out.println(report))
                .retries(new Retries(6, Duration.ofMillis(500), Duration.ofSeconds(20)))
                .requestTimeout(Duration.ofMinutes(5))
                .silenceTimeout(Duration.ofMinutes(1))
                .build();
        assertThat(client.workspaces().listWorkspaces().getTotal()).isPositive();
    }

    @Test
    void theFiveSteps() {
        ChatCompletionRequest request = request();
        try (Deployment deployment = new Procedure()
                .reporting(seen -> System.out.println(seen.subject() + " is " + seen.status()))
                .walk(client, request)) {
            deployment.answer().texts().forEach(System.out::print);
            System.out.println(deployment.ask("And what else?"));
        }
    }

    @Test
    void waiting() {
        client.waiting()
                .reporting(seen -> System.out.println(seen.status() + " for " + seen.waited()))
                .awaitRunningEndpoint(workspaceId, endpointId, Duration.ofMinutes(30));
    }
}
