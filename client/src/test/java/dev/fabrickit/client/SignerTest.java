package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpClient;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import com.huaweicloud.sdk.core.http.HttpRequest.HttpRequestBuilder;
import com.huaweicloud.sdk.core.impl.DefaultHttpClient;
import dev.fabrickit.client.api.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds signatures to those that the core of the official SDK computes for the same requests. */
class SignerTest {
    private static final int REQUESTS = 1000;
    private static final String HOST = "https://fabric.cn-north-4.myhuaweicloud.com";
    private static final String ACCESS_KEY = "AKOFTHETEST";
    private static final String SECRET_KEY = "secret/key+of=the test";
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "Z9",
            "~",
            "*",
            "+",
            "/",
            "*~ /+",
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
            "?",
            "#",
            "\\",
            "^`{|}",
            "$,!()");

    private final HttpClient unused = new DefaultHttpClient(HttpConfig.getDefaultHttpConfig());

    /** A request in both worlds. */
    private record Twin(HttpRequest official, URI uri, String body) {}

    @Test
    void aThousandRequestsAreSignedAsTheOfficialSdkSignsThem() {
        List<String> signatures =
                IntStream.range(0, REQUESTS).mapToObj(this::agreedSignature).toList();

        assertThat(signatures).hasSize(REQUESTS).doesNotHaveDuplicates();
    }

    private String agreedSignature(int seed) {
        Random random = new Random(seed);
        Twin twin = generate(random);
        BasicCredentials credentials =
                new BasicCredentials().withAk(ACCESS_KEY).withSk(SECRET_KEY).withProjectId("0123456789abcdef");
        if (random.nextBoolean()) {
            credentials.withSecurityToken("the+security/token==" + seed);
        }
        HttpRequest signed = credentials.syncProcessAuthRequest(twin.official, unused);

        String ours = new Signer(ACCESS_KEY, SECRET_KEY)
                .authorization(
                        signed.getMethod().name(),
                        twin.uri,
                        signedHeaders(signed),
                        twin.body.getBytes(StandardCharsets.UTF_8));

        assertThat(ours)
                .as("request %d: %s %s", seed, signed.getMethod(), twin.uri)
                .isEqualTo(authorization(signed));
        return ours;
    }

    private static Twin generate(Random random) {
        HttpMethod method = HttpMethod.values()[random.nextInt(4)];
        String workspace = "w" + text(random).replaceAll("[/?#\\\\%;]", "");
        Call call = Call.of("showEndpoint", method.name(), "/v1/workspaces/{workspace_id}/endpoints")
                .withPath("workspace_id", workspace);
        HttpRequestBuilder official = HttpRequest.newBuilder()
                .withEndpoint(HOST)
                .withMethod(method)
                .withContentType("application/json")
                .withPath("/v1/workspaces/" + workspace + "/endpoints")
                .addHeader("X-Sdk-Date", "202601%02dT0102%02dZ".formatted(1 + random.nextInt(28), random.nextInt(60)));
        for (Map.Entry<String, String> header : headers(random).entrySet()) {
            official.addHeader(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, List<String>> parameter : query(random).entrySet()) {
            official.addQueryParam(parameter.getKey(), parameter.getValue());
            call = call.withQuery(parameter.getKey(), parameter.getValue());
        }
        boolean hasBody = method == HttpMethod.POST || method == HttpMethod.PUT;
        String body = hasBody ? "{\"text\":\"" + text(random) + text(random) + "\"}" : "";
        if (hasBody) {
            official.withBodyAsString(body);
        }
        String query = call.query().isEmpty() ? "" : "?" + call.query();
        return new Twin(official.build(), URI.create(HOST + call.path() + query), body);
    }

    private static Map<String, String> headers(Random random) {
        return IntStream.range(0, random.nextInt(3))
                .boxed()
                .collect(Collectors.toMap(i -> "X-Test-" + i, i -> "value " + random.nextInt(100)));
    }

    private static Map<String, List<String>> query(Random random) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int parameter = random.nextInt(5); parameter > 0; parameter--) {
            query.put(
                    // Other characters in a key are in the SDK's own text twice, encoded and not.
                    "key-" + random.nextInt(20),
                    IntStream.rangeClosed(0, random.nextInt(3))
                            .mapToObj(value -> text(random))
                            .toList());
        }
        return query;
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> TEXTS.get(random.nextInt(TEXTS.size())))
                .collect(Collectors.joining());
    }

    private static SortedMap<String, String> signedHeaders(HttpRequest signed) {
        List<String> names = List.of(authorization(signed)
                .replaceFirst(".*SignedHeaders=", "")
                .replaceFirst(",.*", "")
                .split(";"));
        SortedMap<String, String> headers = new TreeMap<>();
        signed.getHeaders().forEach((name, values) -> {
            if (names.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.toLowerCase(Locale.ROOT), values.get(0));
            }
        });
        assertThat(headers.keySet()).containsExactlyElementsOf(names);
        return headers;
    }

    private static String authorization(HttpRequest signed) {
        return signed.getHeader("Authorization");
    }
}
