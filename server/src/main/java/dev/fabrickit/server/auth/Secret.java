package dev.fabrickit.server.auth;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A password, token or key. Compared in constant time and never shown. */
final class Secret {
    private static final int DERIVATION_ROUNDS = 100_000;

    private final String text;

    /** @throws IllegalArgumentException when it is blank */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Secret(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be empty");
        }
        this.text = text;
    }

    boolean is(String given) {
        return equal(text, given);
    }

    /** The HMAC-SHA256 of a message: 64 lower-case hexadecimal digits. */
    String sign(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean signed(String message, String signature) {
        return equal(sign(message), signature);
    }

    /** A key that everybody who knows this secret and the salt can make, and that is slow to guess the secret from. */
    Secret derive(String salt) {
        try {
            PBEKeySpec password =
                    new PBEKeySpec(text.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), DERIVATION_ROUNDS, 256);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(password)
                    .getEncoded();
            return new Secret(HexFormat.of().formatHex(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && is(secret.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
