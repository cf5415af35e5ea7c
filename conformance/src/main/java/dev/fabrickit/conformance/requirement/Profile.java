package dev.fabrickit.conformance.requirement;

/** What a target is held to. The names are those of the command line. */
public enum Profile {
    /** What the documents say, and what follows from it: every service. */
    documented,
    /** All that the contract settles: targets that say they follow it. */
    full
}
