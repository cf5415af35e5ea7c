package dev.fabrickit.server.auth;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a signature covers, of a request as it arrived.
 *
 * @param target path and query as they were on the wire
 * @param headers the signed ones by their names in lower case
 * @param bodyHash SHA-256 in lower-case hexadecimal digits, or what the request says in its place
 */
record CanonicalRequest(String method, URI target, SortedMap<String, String> headers, String bodyHash) {

    /** The SHA-256 of its text, which is what is signed: 64 lower-case hexadecimal digits. */
    String hash() {
        MessageDigest digest = BodyHash.sha256();
        return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
    }

    private String text() {
        String headerLines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                method,
                path(target.getRawPath()),
                query(target.getRawQuery()),
                headerLines,
                String.join(";", headers.keySet()),
                bodyHash);
    }

    private static String path(String raw) {
        String path = Arrays.stream(raw.replace("+", "%2B").split("/", -1))
                .map(CanonicalRequest::encode)
                .collect(Collectors.joining("/"));
        return path.endsWith("/") ? path : path + "/";
    }

    private static String query(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        // The sort is stable: the values of one key stay in their order.
        return Arrays.stream(raw.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.split("=", 2))
                .map(pair -> Map.entry(encode(pair[0]), pair.length == 2 ? encode(pair[1]) : ""))
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    /** Latin-1 has a character for every byte, so bytes that are no UTF-8 stay apart as well. */
    private static String encode(String raw) {
        String bytes = URLDecoder.decode(raw, StandardCharsets.ISO_8859_1);
        return URLEncoder.encode(bytes, StandardCharsets.ISO_8859_1)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
