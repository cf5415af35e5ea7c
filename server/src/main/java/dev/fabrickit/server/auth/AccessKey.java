package dev.fabrickit.server.auth;

import org.jspecify.annotations.Nullable;

/**
 * A key pair to sign requests with.
 *
 * @param accessKey the public half, as {@code Access} in the header {@code Authorization}
 * @param secretKey the half that never travels
 * @param securityToken what temporary credentials must send as {@code X-Security-Token}; null for permanent ones
 */
record AccessKey(
        String accessKey, Secret secretKey, @Nullable Secret securityToken) {
    AccessKey {
        if (accessKey == null || !accessKey.matches("[!-~&&[^,]]+")) {
            throw new IllegalArgumentException("access-key must be given, without blanks and commas");
        }
        if (secretKey == null) {
            throw new IllegalArgumentException("secret-key is missing");
        }
    }
}
