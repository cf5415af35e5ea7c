package dev.fabrickit.conformance.scene;

import dev.fabrickit.conformance.wire.Caller;

/** Who the features say that a request comes from. */
public final class Claimant {
    private Claimant() {}

    /** Reads a spelling. */
    public static Caller read(String spelling) {
        return switch (spelling) {
            case "no credentials" -> Caller.NOBODY;
            case "my token" -> Caller.OWN_TOKEN;
            case "a wrong token" -> Caller.WRONG_TOKEN;
            case "an expired token" -> Caller.EXPIRED_TOKEN;
            case "my signature" -> Caller.OWN_SIGNATURE;
            case "a bad signature" -> Caller.BAD_SIGNATURE;
            case "a stale signature" -> Caller.STALE_SIGNATURE;
            default -> throw new IllegalArgumentException("nobody is called " + spelling);
        };
    }
}
