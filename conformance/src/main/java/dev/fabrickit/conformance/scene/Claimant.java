package dev.fabrickit.conformance.scene;

import dev.fabrickit.conformance.wire.Caller;

/** Who the features say that a request comes from. */
public final class Claimant {
    /** All of them, as a regular expression. */
    public static final String SPELLINGS =
            "no credentials|my token(?: cut short| with more behind| in other letters)?|a wrong token|an expired token"
                    + "|my signature|a (?:bad|stale) signature|a signature from the future"
                    + "|a signature of another (?:path|query|method|body|time)";

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
            case "my token cut short" -> Caller.CUT_TOKEN;
            case "my token with more behind" -> Caller.LONGER_TOKEN;
            case "my token in other letters" -> Caller.TURNED_TOKEN;
            case "a signature from the future" -> Caller.EARLY_SIGNATURE;
            case "a signature of another path" -> Caller.SIGNATURE_OF_ANOTHER_PATH;
            case "a signature of another query" -> Caller.SIGNATURE_OF_ANOTHER_QUERY;
            case "a signature of another method" -> Caller.SIGNATURE_OF_ANOTHER_METHOD;
            case "a signature of another body" -> Caller.SIGNATURE_OF_ANOTHER_BODY;
            case "a signature of another time" -> Caller.SIGNATURE_OF_ANOTHER_TIME;
            default -> throw new IllegalArgumentException("nobody is called " + spelling);
        };
    }
}
