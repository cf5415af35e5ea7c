package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body may come compressed. One that is not what its header says, or that nobody here can read, is refused by that header. */
class ContentEncodingTest {
    private static final String WORKSPACES = "/v1/workspaces";
    private static final String TEAM = "{\"name\":\"team\"}";

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    @Test
    void aCompressedBodyIsRead() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(TEAM.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(sent("POST", WORKSPACES, "gzip", compressed.toString(StandardCharsets.ISO_8859_1)))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBodyThatIsSaidToBeAsItIsIsRead() {
        assertThat(sent("POST", WORKSPACES, "identity", TEAM)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void whereThereIsNoBodyItsEncodingDoesNotMatter(String encoding) {
        assertThat(sent("GET", WORKSPACES, encoding, "")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/workspaces  | gzip
            /v1/workspaces  | x-deflate
            /v1/workspaces  | snappy
            /v1/workspaces  | br
            /v1/workspaces  | zstd
            /v1/workspaces  | lz4
            /v1/workspaces  | gzip, gzip
            /v1/workspaces  | <script>
            /v3/auth/tokens | gzip
            /v3/auth/tokens | br
            """)
    void aBodyThatCannotBeDecodedIsRefused(String path, String encoding) {
        assertThat(sent("POST", path, encoding, TEAM))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"error_code\":\"common.01000001\"", "the header Content-Encoding")
                .doesNotMatch(Answer.INSIDES);
    }

    @Test
    void aSignedBodyThatCannotBeDecodedIsRefusedAsWell() {
        RawRequest signed = new Signer(Stub.DEVELOPMENT_ACCESS_KEY, Stub.DEVELOPMENT_SECRET_KEY)
                .sign(RawRequest.of("POST", WORKSPACES, TEAM));

        assertThat(STUB.sender().raw(signed.header("Content-Encoding", "gzip").text()))
                .startsWith("HTTP/1.1 400 ")
                .contains("the header Content-Encoding")
                .doesNotMatch(Answer.INSIDES);
    }

    private static String sent(String verb, String path, String encoding, String body) {
        return STUB.sender()
                .raw(verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Auth-Token: "
                        + Stub.DEVELOPMENT_TOKEN + "\r\nContent-Type: application/json\r\nContent-Encoding: " + encoding
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }
}
