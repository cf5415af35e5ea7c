package dev.fabrickit.server.auth;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what stands for the body in a signed request. */
final class BodyHash {
    private static final String HEADER = "X-Sdk-Content-Sha256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private BodyHash() {}

    /** Empty when the request claims a hash that its body does not have, or leaves JSON unsigned. */
    static Mono<String> of(ServerHttpRequest<?> request) {
        List<String> claims = request.getHeaders().getAll(HEADER);
        if (claims.equals(List.of(UNSIGNED))) {
            return isJson(request) ? Mono.empty() : Mono.just(UNSIGNED);
        }
        return sha256(request.byteBody()).filter(hash -> claims.isEmpty() || claims.equals(List.of(hash)));
    }

    /** A request without a type is read as JSON. */
    private static boolean isJson(ServerHttpRequest<?> request) {
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        return type == null || type.matches("(?i)application/[jb]son.*");
    }

    /**
     * Reads the bytes as they come. The operation reads them again later: FASTEST keeps them for it, once. Without
     * allowDiscard the rest of a body that is too large would stay unread, and its sender would wait.
     */
    private static Mono<String> sha256(ByteBody body) {
        MessageDigest digest = sha256();
        try (CloseableByteBody copy = body.split(ByteBody.SplitBackpressureMode.FASTEST)) {
            return Flux.from(copy.allowDiscard().toByteArrayPublisher())
                    .doOnNext(digest::update)
                    .then(Mono.fromSupplier(() -> HexFormat.of().formatHex(digest.digest())));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
