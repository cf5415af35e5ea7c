package dev.fabrickit.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as the documentation says, written without a look at the stub. */
record Signer(String accessKey, String secretKey) {
    static final Signer DEVELOPMENT = new Signer(Stub.DEVELOPMENT_ACCESS_KEY, Stub.DEVELOPMENT_SECRET_KEY);

    /** Signs all headers. */
    RawRequest sign(RawRequest request) {
        return sign(request, sha256(request.body()));
    }

    /** Signs with something else in the place of the body's hash. */
    RawRequest sign(RawRequest request, String bodyHash) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
        String[] target = request.target().split("\\?", 2);
        StringBuilder canonical = new StringBuilder(request.method()).append('\n');
        for (String segment : target[0].substring(1).split("/")) {
            canonical.append('/').append(encode(segment.replace("+", "%2B")));
        }
        canonical
                .append("/\n")
                .append(target.length == 1 ? "" : query(target[1]))
                .append('\n');
        headers.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        String names = String.join(";", headers.keySet());
        canonical.append('\n').append(names).append('\n').append(bodyHash);
        String text = "SDK-HMAC-SHA256\n" + headers.get("x-sdk-date") + "\n" + sha256(canonical.toString());
        return request.header(
                "Authorization",
                "SDK-HMAC-SHA256 Access=" + accessKey + ", SignedHeaders=" + names + ", Signature=" + hmac(text));
    }

    private static String query(String raw) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String parameter : raw.split("&")) {
            int equals = parameter.indexOf('=');
            String key = encode(equals < 0 ? parameter : parameter.substring(0, equals));
            String value = equals < 0 ? "" : encode(parameter.substring(equals + 1));
            values.computeIfAbsent(key, absent -> new ArrayList<>()).add(key + "=" + value);
        }
        return String.join("&", values.values().stream().flatMap(List::stream).toList());
    }

    private static String encode(String raw) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                c = (char) Integer.parseInt(raw.substring(i + 1, i + 3), 16);
                i += 2;
            } else if (c == '+') {
                c = ' ';
            }
            boolean unreserved =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0;
            encoded.append(unreserved ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    static String sha256(String latin1) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(latin1.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
