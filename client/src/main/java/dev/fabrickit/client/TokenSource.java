package dev.fabrickit.client;

/**
 * Where tokens come from: a vault, an agency, an identity provider of your own. For IAM's passwords there is
 * {@link Credentials#password} already.
 */
@FunctionalInterface
public interface TokenSource {
    /**
     * Issues a new token. The client calls this when it has none, some minutes before the last one ends, and when the service
     * refuses the last one; never twice at a time, whatever the number of threads. What this throws, the calls that need
     * the token throw.
     */
    IssuedToken issue();
}
