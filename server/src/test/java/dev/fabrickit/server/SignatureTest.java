package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signs with an access key: let in when all that was signed arrived, and nothing else. */
class SignatureTest {
    private static final String WORKSPACES = "/v1/workspaces";
    private static final String NEW_WORKSPACE = "{\"name\":\"workspace\",\"description\":\"签名\"}";
    private static final String FAILED = "verify aksk signature fail";
    private static final Signer TEMPORARY = new Signer("TEMPORARY", "temporary-secret");
    private static final int TWELVE_MEGABYTES = 12 * 1024 * 1024;

    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with("fabrickit.accounts.acme.access-keys[0].access-key", TEMPORARY.accessKey())
            .with("fabrickit.accounts.acme.access-keys[0].secret-key", TEMPORARY.secretKey())
            .with("fabrickit.accounts.acme.access-keys[0].security-token", "the-security-token");

    /** Computed apart, with the HMAC of another language. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    /v1/workspaces | 5799c1e62d1c57a757052f814cbbd6630d6d6a0f75ef4ac08e89b5adb26cbcba
                    /v1/workspaces/? | 5799c1e62d1c57a757052f814cbbd6630d6d6a0f75ef4ac08e89b5adb26cbcba
                    /v1/workspaces?tag=b&name=%E5%B7%A5%E4%BD%9C+*%7E%2f%2B;&tag=a&limit=5&empty | d0e8878c9c84e76eb49e41dfedbe2e7dd027064429dddfd9b662309e3d1d904a
                    /v1/workspaces?empty=&limit=5&name=%E5%B7%A5%E4%BD%9C%20%2A~%2F%2B%3B&tag=b&tag=a | d0e8878c9c84e76eb49e41dfedbe2e7dd027064429dddfd9b662309e3d1d904a
                    """, delimiter = '|')
    void aKnownSignatureIsRight(String target, String signature) {
        RawRequest request = RawRequest.of("GET", target)
                .header(
                        "Authorization",
                        "SDK-HMAC-SHA256 Access=FABRICKITDEVELOPMENT, SignedHeaders=host;x-sdk-date, Signature="
                                + signature);

        mustBeLetIn(request);
        mustBeRefused(request.authorization(signature, signature.replace('b', 'c')), FAILED);
    }

    @Test
    void aKnownSignatureOfABodyIsRight() {
        RawRequest request = RawRequest.of("POST", WORKSPACES, "{\"name\":\"工作区\"}")
                .header(
                        "Authorization",
                        "SDK-HMAC-SHA256 Access=FABRICKITDEVELOPMENT, SignedHeaders=content-type;host;x-sdk-date, "
                                + "Signature=ce28aded28bdd7a349cc720ac607d2ba2b25c7f6a03379aa195a5145d60c35dc");

        mustBeLetIn(request);
        mustBeLetIn(request.inChunks());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSignedBodyReachesTheOperation(boolean chunked) {
        RawRequest request = Signer.DEVELOPMENT.sign(RawRequest.of("POST", WORKSPACES, NEW_WORKSPACE));

        assertThat(send(chunked ? request.inChunks() : request))
                .startsWith("HTTP/1.1 200")
                .contains("\"create_domain_name\":\"development\"", "签名");
    }

    static Stream<UnaryOperator<RawRequest>> alterations() {
        return Stream.of(
                request -> request.method("PUT"),
                request -> request.target("/v1/workspace?a=1&a=2&b=%20&c=%FF"),
                request -> request.target("/v1/workspaces/x?a=1&a=2&b=%20&c=%FF"),
                request -> request.target(WORKSPACES),
                request -> request.target(WORKSPACES + "?a=1&a=2&b=+x&c=%FF"),
                request -> request.target(WORKSPACES + "?a=1&a=2&B=%20&c=%FF"),
                request -> request.target(WORKSPACES + "?a=2&a=1&b=%20&c=%FF"),
                request -> request.target(WORKSPACES + "?a=1&b=%20&c=%FF"),
                request -> request.target(WORKSPACES + "?a=1&a=2&b=%20&c=%FF&d"),
                request -> request.target(WORKSPACES + "?a=1&a=2&b=%20&c=%FE"),
                request -> request.header("Host", "fabric.example.org"),
                request -> request.header("X-Sdk-Date", "20260101T000001Z"),
                request -> request.header("X-Project-Id", "another"),
                request -> request.without("X-Project-Id"),
                request -> request.body(request.body() + " "),
                request -> request.body(""),
                request -> request.body("{}").inChunks(),
                request -> request.authorization("Access=FABRICKITDEVELOPMENT", "Access=TEMPORARY")
                        .header("X-Security-Token", "the-security-token"),
                request -> request.authorization("Access=FABRICKITDEVELOPMENT", "Access=UNKNOWN"),
                request -> request.authorization(";x-project-id", ""),
                request -> request.authorization("host;", ""),
                request -> request.authorization(";x-sdk-date", ""),
                request -> request.authorization("SDK-HMAC-SHA256", "SDK-HMAC-SM3"),
                request -> request.authorization("Signature=", "Signature=0"),
                request -> request.authorization(", Signature=", ""),
                request -> request.header("Authorization", ""),
                request -> request.header("Authorization", "Bearer x"));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void whatIsAlteredIsRefused(UnaryOperator<RawRequest> alteration) {
        RawRequest request =
                Signer.DEVELOPMENT.sign(RawRequest.of("POST", WORKSPACES + "?a=1&a=2&b=%20&c=%FF", NEW_WORKSPACE)
                        .header("X-Project-Id", "one"));
        mustBeLetIn(request);

        String refused = send(alteration.apply(request));

        assertThat(refused)
                .startsWith("HTTP/1.1 401")
                .contains("APIGW.0301", "Incorrect IAM authentication information");
        assertThat(refused).doesNotContain(Stub.DEVELOPMENT_SECRET_KEY, TEMPORARY.secretKey(), "the-security-token");
    }

    @ParameterizedTest
    @CsvSource({
        "20251231T234501Z, true",
        "20251231T234500Z, false",
        "20260101T001500Z, true",
        "20260101T001501Z, false",
        "20260101T000000, false",
        "2026-01-01T00:00:00Z, false",
        "20261301T000000Z, false"
    })
    void theClocksMayDifferByFifteenMinutes(String date, boolean right) {
        RawRequest request =
                Signer.DEVELOPMENT.sign(RawRequest.of("GET", WORKSPACES).header("X-Sdk-Date", date));

        if (right) {
            mustBeLetIn(request);
        } else {
            mustBeRefused(request, "X-Sdk-Date");
        }
    }

    @Test
    void temporaryCredentialsNeedTheirToken() {
        RawRequest request = RawRequest.of("GET", WORKSPACES);
        RawRequest withToken = request.header("X-Security-Token", "the-security-token");

        mustBeLetIn(TEMPORARY.sign(withToken));
        mustBeRefused(TEMPORARY.sign(request), "decrypt token fail");
        mustBeRefused(TEMPORARY.sign(request.header("X-Security-Token", "another")), "decrypt token fail");
        mustBeRefused(TEMPORARY.sign(request).header("X-Security-Token", "the-security-token"), "decrypt token fail");
        mustBeRefused(Signer.DEVELOPMENT.sign(withToken), "decrypt token fail");
    }

    @Test
    void aClaimedHashMustBeTheOneOfTheBody() {
        RawRequest request = RawRequest.of("POST", WORKSPACES, NEW_WORKSPACE);
        String hash = Signer.sha256(request.body());
        String other = Signer.sha256("{}");

        mustBeLetIn(Signer.DEVELOPMENT.sign(request.header("X-Sdk-Content-Sha256", hash)));
        mustBeRefused(
                Signer.DEVELOPMENT.sign(request.header("X-Sdk-Content-Sha256", other), other), "X-Sdk-Content-Sha256");
    }

    @Test
    void jsonCannotGoUnsigned() {
        RawRequest unsigned =
                RawRequest.of("POST", WORKSPACES, NEW_WORKSPACE).header("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD");
        RawRequest text = unsigned.header("Content-Type", "text/plain");

        mustBeRefused(Signer.DEVELOPMENT.sign(unsigned, "UNSIGNED-PAYLOAD"), "X-Sdk-Content-Sha256");
        mustBeRefused(
                Signer.DEVELOPMENT.sign(unsigned.without("Content-Type"), "UNSIGNED-PAYLOAD"), "X-Sdk-Content-Sha256");
        assertThat(send(Signer.DEVELOPMENT.sign(text, "UNSIGNED-PAYLOAD"))).startsWith("HTTP/1.1 415");
    }

    @Test
    void theTokenDecidesWhenBothAreSent() {
        RawRequest signed = Signer.DEVELOPMENT.sign(RawRequest.of("GET", WORKSPACES));
        RawRequest wronglySigned = signed.authorization("Signature=", "Signature=0");

        mustBeLetIn(wronglySigned.header("X-Auth-Token", Stub.DEVELOPMENT_TOKEN));
        assertThat(send(signed.header("X-Auth-Token", "wrong")))
                .startsWith("HTTP/1.1 401")
                .contains("APIG.1002");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSignedBodyMayHaveTwelveMegabytes(boolean chunked) throws IOException, InterruptedException {
        String frame = "{\"name\":\"workspace\",\"unknown\":\"\"}";
        String most = frame.replace("\"\"", "\"" + "x".repeat(TWELVE_MEGABYTES - frame.length()) + "\"");

        assertThat(sendLarge(most, chunked).statusCode()).isEqualTo(200);
        HttpResponse<String> tooLarge = sendLarge(most + " ", chunked);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("\"error_code\":\"APIGW.0201\"");
    }

    private static HttpResponse<String> sendLarge(String body, boolean chunked)
            throws IOException, InterruptedException {
        RawRequest signed = Signer.DEVELOPMENT.sign(RawRequest.of("POST", WORKSPACES, body)
                .header("Host", STUB.uri().getAuthority()));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(STUB.uri().resolve(WORKSPACES))
                .timeout(Duration.ofSeconds(20))
                .POST(
                        chunked
                                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))
                                : BodyPublishers.ofByteArray(bytes));
        signed.without("Host").headers().forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%76%31/workspaces",
                "/v1/%77orkspaces",
                "//v1/workspaces",
                "/v1//workspaces",
                "/v1/./workspaces",
                "/x/../v1/workspaces",
                "/V1/workspaces",
                "/v1/workspaces/",
                "/v1/workspaces;x=1",
                "/v1/specs?",
                "/v1/base-models/",
                "http://fabric.example.com/v1/workspaces"
            })
    void noSpellingOfAPathGoesAroundTheDoor(String target) {
        assertThat(send(RawRequest.of("GET", target))).matches("(?s)HTTP/1.1 40[14] .*");
    }

    private static void mustBeLetIn(RawRequest request) {
        assertThat(send(request)).matches("(?s)HTTP/1.1 (200|400|404) .*");
    }

    private static void mustBeRefused(RawRequest request, String reason) {
        assertThat(send(request))
                .startsWith("HTTP/1.1 401")
                .contains("\"error_code\":\"APIGW.0301\"", "Incorrect IAM authentication information: ", reason);
    }

    private static String send(RawRequest request) {
        return STUB.sender(null).raw(request.text());
    }
}
