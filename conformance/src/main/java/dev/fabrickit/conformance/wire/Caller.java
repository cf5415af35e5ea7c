package dev.fabrickit.conformance.wire;

/** Who a request claims to come from, and by what. */
public enum Caller {
    /** The tenant under test, by whichever credentials it has. */
    OWN,
    /** The same, by token. */
    OWN_TOKEN,
    /** The same, by signature. */
    OWN_SIGNATURE,
    /** The second tenant. */
    OTHER,
    /** Nobody: no credentials at all. */
    NOBODY,
    /** Somebody whose token no service has issued. */
    WRONG_TOKEN,
    /** Somebody whose token says itself that it is over. */
    EXPIRED_TOKEN,
    /** The tenant under test, whose signature does not fit what was sent. */
    BAD_SIGNATURE,
    /** The tenant under test, whose signature was made 20 minutes ago. */
    STALE_SIGNATURE,
    /** The tenant under test, whose token lacks its last character. */
    CUT_TOKEN,
    /** The same with a character too much. */
    LONGER_TOKEN,
    /** The same with small letters for capital ones, and the other way round. */
    TURNED_TOKEN,
    /** The tenant under test, whose signature was made 20 minutes ahead. */
    EARLY_SIGNATURE,
    /** The tenant under test, with a signature that fits but for one thing. */
    SIGNATURE_OF_ANOTHER_PATH,
    SIGNATURE_OF_ANOTHER_QUERY,
    SIGNATURE_OF_ANOTHER_METHOD,
    SIGNATURE_OF_ANOTHER_BODY,
    SIGNATURE_OF_ANOTHER_TIME;

    /** Whether it shows a token that resembles the tenant's. */
    boolean hasResemblingToken() {
        return this == CUT_TOKEN || this == LONGER_TOKEN || this == TURNED_TOKEN;
    }

    /** Whether it signs with a name of the tenant's in vain. */
    boolean signsInVain() {
        return this == BAD_SIGNATURE
                || this == STALE_SIGNATURE
                || this == EARLY_SIGNATURE
                || name().startsWith("SIGNATURE_OF_ANOTHER");
    }
}
