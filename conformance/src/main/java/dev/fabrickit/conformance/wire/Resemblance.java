package dev.fabrickit.conformance.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Credentials that are not quite the tenant's, and signatures that are not quite the request's. */
final class Resemblance {
    private static final String DATE = "X-Sdk-Date";

    private Resemblance() {}

    /** A token like the tenant's. */
    static String of(Credentials own, Caller caller) {
        String token = own.requireToken();
        return switch (caller) {
            case CUT_TOKEN -> cut(token);
            case LONGER_TOKEN -> token + "x";
            default -> turned(token);
        };
    }

    /** What a shell makes of the variable that holds the token. */
    static String spelling(Caller caller) {
        return switch (caller) {
            case CUT_TOKEN -> "${FABRICKIT_TOKEN%?}";
            case LONGER_TOKEN -> "${FABRICKIT_TOKEN}x";
            default -> "$(echo $FABRICKIT_TOKEN | tr A-Za-z a-zA-Z)";
        };
    }

    /** All that tells too much of a token. */
    static Stream<String> secrets(String token) {
        return Stream.of(token, cut(token), turned(token));
    }

    private static String cut(String token) {
        return token.substring(0, token.length() - 1);
    }

    private static String turned(String token) {
        return token.chars()
                .mapToObj(character -> Character.isUpperCase(character)
                        ? Character.toLowerCase(character)
                        : Character.toUpperCase(character))
                .map(Character::toString)
                .collect(Collectors.joining());
    }

    /** The headers of a request that was signed as if one thing about it were otherwise. */
    static Map<String, String> of(Outgoing request, AccessKey key, Instant now) {
        String url = request.url().toString();
        return switch (request.caller()) {
            case SIGNATURE_OF_ANOTHER_PATH -> key.headersFor(request.to(URI.create(url + "-of-another")), now);
            case SIGNATURE_OF_ANOTHER_QUERY -> key.headersFor(request.to(URI.create(url + "?limit=1")), now);
            case SIGNATURE_OF_ANOTHER_METHOD -> key.headersFor(request.by("PUT"), now);
            case SIGNATURE_OF_ANOTHER_BODY ->
                key.headersFor(request.sending("{}".getBytes(StandardCharsets.UTF_8)), now);
            default -> dated(key.headersFor(request, now.minusSeconds(60)), key.headersFor(request, now));
        };
    }

    private static Map<String, String> dated(Map<String, String> signed, Map<String, String> otherwise) {
        Map<String, String> headers = new TreeMap<>(signed);
        headers.put(DATE, otherwise.get(DATE));
        return headers;
    }
}
