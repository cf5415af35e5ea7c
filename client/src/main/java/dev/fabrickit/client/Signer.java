package dev.fabrickit.client;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs requests with {@code SDK-HMAC-SHA256}, as the signing guide of Huawei Cloud's gateway describes it. */
record Signer(String accessKey, String secretKey) {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final String MAC = "HmacSHA256";

    /**
     * What to send as {@code Authorization}.
     *
     * @param headers those to sign by their names in lower case, {@code host} and {@code x-sdk-date} among them
     * @param body empty when there is none
     */
    String authorization(String method, URI uri, SortedMap<String, String> headers, byte[] body) {
        String signed = String.join(";", headers.keySet());
        String canonical = String.join(
                "\n", method, path(uri.getRawPath()), query(uri.getRawQuery()), lines(headers), signed, sha256(body));
        String toSign = String.join(
                "\n", ALGORITHM, headers.get("x-sdk-date"), sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        return ALGORITHM + " Access=" + accessKey + ", SignedHeaders=" + signed + ", Signature=" + hmac(toSign);
    }

    /** The gateway signs a path as if it ended with a slash. */
    private static String path(String raw) {
        String path = Arrays.stream(raw.split("/", -1))
                .map(segment -> encoded(decoded(segment)))
                .collect(Collectors.joining("/"));
        return path.endsWith("/") ? path : path + "/";
    }

    /** By key; the values of one key stay in their order. */
    private static String query(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        return Arrays.stream(raw.split("&"))
                .map(parameter -> (parameter + "=").split("=", 3))
                .map(pair -> Map.entry(encoded(decoded(pair[0])), encoded(decoded(pair[1]))))
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String lines(SortedMap<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), MAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the secret key. */
    @Override
    public String toString() {
        return "Signer[" + accessKey + "]";
    }
}
