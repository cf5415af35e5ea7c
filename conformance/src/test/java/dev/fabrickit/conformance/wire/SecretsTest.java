package dev.fabrickit.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String SECRET = "s3cr3t/+\"<ü>\\&*~ token==";

    private final Secrets secrets = new Secrets(Stream.of(SECRET, "short-one", "abc"));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "Bearer "})
    void base64_is_masked_wherever_the_secret_begins(String before) {
        byte[] text = (before + SECRET + " and more").getBytes(StandardCharsets.UTF_8);
        int begin = before.length();
        int end = begin + SECRET.getBytes(StandardCharsets.UTF_8).length;
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String encoded = encoder.encodeToString(text);
            assertThat(secrets.masked(encoded))
                    .isEqualTo(encoded.substring(0, (begin * 8 + 5) / 6) + "***" + encoded.substring(end * 8 / 6));
        }
    }

    @Test
    void other_spellings_are_masked_whole() {
        String url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        Stream.of(
                        SECRET,
                        JsonNodeFactory.instance.textNode(SECRET).toString().replaceAll("^\"|\"$", ""),
                        url,
                        url.replace("+", "%20"),
                        Pattern.compile("%..")
                                .matcher(url)
                                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT)),
                        HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)))
                .forEach(spelling ->
                        assertThat(secrets.masked("<" + spelling + ">")).isEqualTo("<***>"));
    }

    @Test
    void several_secrets_are_masked_in_one_text_and_the_rest_stays() {
        assertThat(secrets.masked("a " + SECRET + " b short-one abc")).isEqualTo("a *** b *** abc");
        assertThat(new Secrets(Stream.of()).masked("all")).isEqualTo("all");
    }

    @Test
    void a_signature_is_masked_though_it_is_new_each_time() {
        assertThat(secrets.masked("Access=x, Signature=" + "0f".repeat(32))).isEqualTo("Access=x, Signature=***");
    }
}
