package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.fabrickit.client.wrong.RawServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FabricClientBuilderTest {

    @Test
    void aRegionGivesTheHostsOfTheServiceAndOfIam() {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (RawServer proxy = proxy(asked)) {
            FabricClientBuilder builder = FabricClient.builder()
                    .region("cn-southwest-2")
                    .proxy("127.0.0.1", proxy.port())
                    .retries(Retries.NONE);
            mustFail(() -> builder.build().workspaces().listWorkspaces());
            mustFail(() -> builder.build().inferenceServices().listServicesInstances("w"));
            mustFail(() -> builder.credentials(Credentials.password("d", "u", "p"))
                    .build()
                    .workspaces()
                    .listWorkspaces());
        }

        assertThat(asked)
                .containsExactly(
                        "CONNECT fabric.cn-southwest-2.myhuaweicloud.com:443 HTTP/1.1",
                        "CONNECT fabric-ep.cn-southwest-2.myhuaweicloud.com:443 HTTP/1.1",
                        "CONNECT iam.cn-southwest-2.myhuaweicloud.com:443 HTTP/1.1");
    }

    @Test
    void addressesThatAreSetStandBeforeThoseOfTheRegion() {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (RawServer proxy = proxy(asked)) {
            FabricClient client = FabricClient.builder()
                    .region("cn-north-4")
                    .adminUrl(URI.create("http://fabric.example"))
                    .proxy("127.0.0.1", proxy.port())
                    .retries(Retries.NONE)
                    .build();
            mustFail(() -> client.workspaces().listWorkspaces());
            mustFail(() -> client.inferenceServices().listServicesInstances("w"));
        }

        assertThat(asked)
                .containsExactly(
                        "GET http://fabric.example/v1/workspaces HTTP/1.1",
                        "GET http://fabric.example/v1/workspaces/w/services/instances HTTP/1.1");
    }

    @Test
    void theEnvironmentDescribesAClient() {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (RawServer proxy = proxy(asked)) {
            FabricClient client = FabricClient.builder()
                    .environment(Map.of(
                            "FABRICKIT_BASE_URL", "http://fabric.example/prefix/",
                            "FABRICKIT_EP_URL", "http://fabric-ep.example",
                            "FABRICKIT_TOKEN", "token-of-the-test",
                            "FABRICKIT_PROXY", "127.0.0.1:" + proxy.port(),
                            "FABRICKIT_CA_FILE", ""))
                    .retries(Retries.NONE)
                    .build();
            mustFail(() -> client.workspaces().listWorkspaces());
            mustFail(() -> client.inferenceServices().listServicesInstances("w"));
        }

        assertThat(asked)
                .containsExactly(
                        "GET http://fabric.example/prefix/v1/workspaces HTTP/1.1",
                        "GET http://fabric-ep.example/v1/workspaces/w/services/instances HTTP/1.1");
    }

    @Test
    void theFirstCredentialsOfTheEnvironmentCount() {
        Map<String, String> all = Map.of(
                "FABRICKIT_TOKEN", "t",
                "FABRICKIT_AK", "AK",
                "FABRICKIT_SK", "s",
                "FABRICKIT_SECURITY_TOKEN", "st",
                "FABRICKIT_DOMAIN", "acme",
                "FABRICKIT_USER", "Alice",
                "FABRICKIT_PASSWORD", "p");
        List<String> withToken = sentWith(all);
        List<String> withKey = sentWith(without(all, "FABRICKIT_TOKEN"));

        assertThat(withToken).contains("x-auth-token").doesNotContain("authorization");
        assertThat(withKey).contains("authorization", "x-security-token").doesNotContain("x-auth-token");
        assertThat(sentWith(without(all, "FABRICKIT_TOKEN", "FABRICKIT_SECURITY_TOKEN")))
                .contains("authorization")
                .doesNotContain("x-security-token");
        assertThatIllegalStateException()
                .isThrownBy(() -> sentWith(without(all, "FABRICKIT_TOKEN", "FABRICKIT_AK")))
                .withMessage("to log in with a password, set region or iamUrl");
    }

    @Test
    void whatTheEnvironmentLacksIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FabricClient.builder().environment(Map.of("FABRICKIT_REGION", " ")))
                .withMessage("set FABRICKIT_REGION or FABRICKIT_BASE_URL");
        assertThatIllegalStateException()
                .isThrownBy(() -> FabricClient.builder()
                        .environment(Map.of("FABRICKIT_REGION", "cn-north-4", "FABRICKIT_AK", "AK")))
                .withMessage("set FABRICKIT_TOKEN, or FABRICKIT_AK and FABRICKIT_SK, or FABRICKIT_DOMAIN,"
                        + " FABRICKIT_USER and FABRICKIT_PASSWORD");
    }

    @Test
    void whatIsWrongInTheEnvironmentIsNamedWithoutItsValue() {
        Map<String, String> wrong = Map.of(
                "REGION", "Beijing 4",
                "BASE_URL", "ftp://secret",
                "EP_URL", "http://se cret",
                "PROXY", "secret",
                "CA_FILE", "no-such-file.pem",
                "TOKEN", "secret secret");
        wrong.forEach((name, value) -> assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    Map<String, String> variables = new HashMap<>(
                            Map.of("FABRICKIT_BASE_URL", "http://fabric.example", "FABRICKIT_TOKEN", "t"));
                    variables.put("FABRICKIT_" + name, value);
                    FabricClient.builder().environment(variables);
                })
                .withMessageStartingWith("FABRICKIT_" + name + " cannot be used: ")
                .withMessageNotContaining("secret"));
    }

    @Test
    void ofTheTwoKeysTheWrongOneIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FabricClient.builder()
                        .environment(Map.of(
                                "FABRICKIT_REGION", "cn-north-4", "FABRICKIT_AK", "AK", "FABRICKIT_SK", "secret\n")))
                .withMessageStartingWith("FABRICKIT_SK cannot be used: ")
                .withMessageNotContaining("secret\n");
    }

    @Test
    void aClientNeedsAPlace() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FabricClient.builder().build())
                .withMessage("region or adminUrl must be set");
    }

    @Test
    void timeoutsMustBeSensible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FabricClient.builder().silenceTimeout(Duration.ZERO))
                .withMessageContaining("silenceTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FabricClient.builder().requestTimeout(Duration.ofDays(366)))
                .withMessageContaining("requestTimeout");
    }

    @Test
    void aFileWithoutCertificatesIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FabricClient.builder()
                        .region("cn-north-4")
                        .caFile(Path.of("no-such-file.pem"))
                        .build())
                .withMessage("no-such-file.pem does not exist");
    }

    @Test
    void theCallingProgramIsNamedBeforeTheClient() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(200))) {
            service.builder().userAgent("my-program/1.0").build().health().showHealth();

            assertThat(service.asked().headers().getFirst("User-Agent"))
                    .matches("my-program/1\\.0 fabrickit-client/\\S+ Java/\\d+");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FabricClient.builder().userAgent("my\nprogram"));
    }

    private static List<String> sentWith(Map<String, String> credentials) {
        try (HandMadeService service = HandMadeService.that(new Replies().then(200))) {
            Map<String, String> variables = new HashMap<>(credentials);
            variables.put("FABRICKIT_BASE_URL", service.url().toString());
            FabricClient.builder().environment(variables).build().health().showHealth();
            return service.asked().headers().keySet().stream()
                    .map(String::toLowerCase)
                    .toList();
        }
    }

    private static Map<String, String> without(Map<String, String> all, String... names) {
        Map<String, String> rest = new HashMap<>(all);
        rest.keySet().removeAll(new ArrayList<>(List.of(names)));
        return rest;
    }

    /** Notes the first line of each request, and lets nobody through. */
    private static RawServer proxy(List<String> asked) {
        return new RawServer(wire -> {
            asked.add(wire.request().lines().findFirst().orElseThrow());
            wire.answer(403, "text/plain", "no");
        });
    }

    private static void mustFail(ThrowingCallable call) {
        assertThatExceptionOfType(FabricException.class).isThrownBy(call);
    }
}
