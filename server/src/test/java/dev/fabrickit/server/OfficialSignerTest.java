package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpClient;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import com.huaweicloud.sdk.core.http.HttpRequest.HttpRequestBuilder;
import com.huaweicloud.sdk.core.impl.DefaultHttpClient;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests made at random, signed and sent by the core of the official SDK, unmodified. */
class OfficialSignerTest {
    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "Z9",
        "~",
        "*",
        "+",
        "/",
        "=",
        "&",
        ";",
        "%",
        "%41",
        "'",
        "\"",
        "-_.",
        ":@",
        "工作区",
        "é",
        "\uD83D\uDE80",
        "[x]",
        "a b",
        "?"
    };
    private static final String[] SEGMENTS = {"x", "工作区", "a b", "a*b~c", "a+b", "-_.", "é", "0", "a:b@c", "a'b"};

    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with("fabrickit.accounts.acme.access-keys[0].access-key", "TEMPORARY")
            .with("fabrickit.accounts.acme.access-keys[0].secret-key", "temporary-secret")
            .with("fabrickit.accounts.acme.access-keys[0].security-token", "the+security/token==");

    private final HttpClient client = new DefaultHttpClient(HttpConfig.getDefaultHttpConfig());

    @ParameterizedTest
    @ValueSource(ints = 100)
    void whatTheOfficialSdkSignsIsLetInUnlessItIsAltered(int requests) {
        IntStream.range(0, requests).forEach(this::mustBeLetInUnlessAltered);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @ValueSource(ints = 1000)
    void howeverManyItSigns(int requests) {
        IntStream.range(100, 100 + requests).forEach(this::mustBeLetInUnlessAltered);
    }

    private void mustBeLetInUnlessAltered(int seed) {
        Random random = new Random(seed);
        HttpRequest request = generate(random);
        BasicCredentials credentials = random.nextInt(4) == 0
                ? new BasicCredentials()
                        .withAk("TEMPORARY")
                        .withSk("temporary-secret")
                        .withSecurityToken("the+security/token==")
                : new BasicCredentials().withAk(Stub.DEVELOPMENT_ACCESS_KEY).withSk(Stub.DEVELOPMENT_SECRET_KEY);
        HttpRequest signed =
                credentials.withProjectId("0123456789abcdef0123456789abcdef").syncProcessAuthRequest(request, client);

        assertThat(status(signed)).as(describe(seed, signed)).isNotIn(401, 500);
        alterations(signed)
                .forEach(altered ->
                        assertThat(status(altered)).as(describe(seed, altered)).isEqualTo(401));
    }

    private int status(HttpRequest request) {
        return client.syncInvokeHttp(request).getStatusCode();
    }

    private static HttpRequest generate(Random random) {
        HttpMethod method = HttpMethod.values()[random.nextInt(4)];
        HttpRequestBuilder request = HttpRequest.newBuilder()
                .withEndpoint(STUB.uri().toString())
                .withMethod(method)
                .withContentType("application/json")
                .withPath(random.nextBoolean() ? "/v1/workspaces" : "/v1/workspaces/" + pick(SEGMENTS, random))
                .addHeader("X-Sdk-Date", "20260101T000000Z");
        if (random.nextInt(3) > 0) {
            query(random).forEach(request::addQueryParam);
        }
        if (method == HttpMethod.POST || method == HttpMethod.PUT) {
            request.withBodyAsString("{\"text\":\"" + text(random).replaceAll("[\"\\\\]", "") + "\"}");
        }
        return request.build();
    }

    private static Map<String, List<String>> query(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .boxed()
                .collect(Collectors.toMap(
                        // Other characters in a key are in the SDK's own text twice, encoded and not.
                        i -> "key-" + i,
                        i -> IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(value -> text(random))
                                .toList()));
    }

    /** Each with another method, path, query, header or body under the same signature. */
    private static Stream<HttpRequest> alterations(HttpRequest signed) {
        HttpMethod other = switch (signed.getMethod()) {
            case GET -> HttpMethod.DELETE;
            case DELETE -> HttpMethod.GET;
            case POST -> HttpMethod.PUT;
            default -> HttpMethod.POST;
        };
        Stream<HttpRequestBuilder> always = Stream.of(
                signed.builder().withMethod(other),
                signed.builder().withPath(signed.getPath() + "x"),
                signed.builder().addQueryParam("another", List.of("")),
                signed.builder().addHeader("X-Project-Id", "another"),
                signed.builder().addHeader("X-Sdk-Date", "20260101T000001Z"));
        Stream<HttpRequestBuilder> query = signed.getQueryParams().entrySet().stream()
                .limit(1)
                .map(parameter -> signed.builder()
                        .addQueryParam(
                                parameter.getKey(), List.of(parameter.getValue().get(0) + "x")));
        Stream<HttpRequestBuilder> body = Stream.ofNullable(signed.getBodyAsString())
                .map(text -> signed.builder().withBodyAsString(text + " "));
        return Stream.of(always, query, body).flatMap(Function.identity()).map(HttpRequestBuilder::build);
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> pick(TEXTS, random))
                .collect(Collectors.joining());
    }

    private static String pick(String[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }

    private static String describe(int seed, HttpRequest request) {
        return "request " + seed + ": " + request.getMethod() + " " + request.getUrl() + " " + request.getQueryParams()
                + " " + request.getBodyAsString();
    }
}
