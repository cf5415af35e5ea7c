package dev.fabrickit.conformance.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must not be shown, in whatever spelling a service may give it back. */
public final class Secrets {
    private static final String MASK = "***";

    /** Less is no secret, and would mask every other word. */
    private static final int SHORTEST = 4;

    private static final Pattern SIGNATURE = Pattern.compile("(Signature=)[0-9a-fA-F]{64}");

    private volatile List<String> spellings = List.of();

    public Secrets(Stream<String> secrets) {
        add(secrets);
    }

    /** From now on masks these as well. */
    synchronized void add(Stream<String> secrets) {
        spellings = Stream.concat(
                        spellings.stream(),
                        secrets.filter(secret -> secret.length() >= SHORTEST).flatMap(Secrets::spellingsOf))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A text to be shown. What is judged must not be altered so. */
    public String masked(String text) {
        String masked = text;
        // Not one pattern of them all: it would try each at every character, and reports are large.
        for (String spelling : spellings) {
            masked = masked.replace(spelling, MASK);
        }
        return masked.contains("Signature=") ? SIGNATURE.matcher(masked).replaceAll("$1" + MASK) : masked;
    }

    private static Stream<String> spellingsOf(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String json = json(secret);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        Stream<String> texts = Stream.of(
                secret,
                json,
                json.replace("/", "\\/"),
                json(json),
                secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                url,
                url.replace("+", "%20"),
                url.replace("+", "%20").replace("*", "%2A"),
                lowerCaseEscapes(url),
                lowerCaseEscapes(url.replace("+", "%20")),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
        return Stream.concat(texts, IntStream.range(0, 3).boxed().flatMap(offset -> base64(bytes, offset)));
    }

    private static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static String lowerCaseEscapes(String url) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(url)
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /**
     * What stands for a secret in the Base64 of a text that it begins in at a byte, modulo three: without the characters at
     * both ends, which depend on its neighbours as well.
     */
    private static Stream<String> base64(byte[] secret, int offset) {
        byte[] shifted = new byte[offset + secret.length];
        System.arraycopy(secret, 0, shifted, offset, secret.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int begin = (offset * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        String inner = whole.substring(begin, end);
        return inner.length() < SHORTEST
                ? Stream.empty()
                : Stream.of(inner, inner.replace('+', '-').replace('/', '_'));
    }
}
