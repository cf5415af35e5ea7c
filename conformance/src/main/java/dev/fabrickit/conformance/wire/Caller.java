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
    STALE_SIGNATURE
}
