package dev.fabrickit.conformance.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A pair of keys that signs requests, by the algorithm {@code SDK-HMAC-SHA256}. It signs the host and the time, and through
 * the canonical request verb, path, query and body.
 *
 * @param securityToken what temporary credentials send along; null for permanent ones
 */
public record AccessKey(
        String access, String secret, @Nullable String securityToken) {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The headers that make a signed request of one whose path and query are percent-encoded in the canonical way. */
    Map<String, String> headersFor(Outgoing request, Instant now) {
        SortedMap<String, String> signed = new TreeMap<>();
        signed.put("host", request.url().getAuthority());
        signed.put("x-sdk-date", BASIC.format(now));
        if (securityToken != null) {
            signed.put("x-security-token", securityToken);
        }
        String text = ALGORITHM + "\n" + BASIC.format(now) + "\n"
                + sha256(canonical(request, signed).getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new TreeMap<>(Map.of(
                "X-Sdk-Date",
                BASIC.format(now),
                "Authorization",
                ALGORITHM + " Access=" + access + ", SignedHeaders=" + String.join(";", signed.keySet())
                        + ", Signature=" + hmac(text)));
        if (securityToken != null) {
            headers.put("X-Security-Token", securityToken);
        }
        return headers;
    }

    /** A key of the same name that signs wrongly. */
    AccessKey forged() {
        return new AccessKey(access, secret + "-forged", securityToken);
    }

    private static String canonical(Outgoing request, SortedMap<String, String> signed) {
        String path = request.url().getRawPath();
        String query = request.url().getRawQuery();
        return String.join(
                "\n",
                request.method(),
                path.endsWith("/") ? path : path + "/",
                query == null ? "" : Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&")),
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                String.join(";", signed.keySet()),
                sha256(request.body()));
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
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "(access key)";
    }
}
