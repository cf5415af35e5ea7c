package dev.fabrickit.client;

/**
 * Where tokens come from: a vault, an agency, an identity provider of your own. For IAM's passwords there is
 * {@link Credentials#password} already.
 */
@FunctionalInterface
public interface TokenSource {
    /**
     * Issues a new token. The client calls this when it has none, some minutes before the last one ends, and when the service
     * refuses the last one; never twice at a time, whatever the number of threads, and on a thread of the client: what is bound
     * to the caller's thread is not seen. It must not use the client that it is for, and give up by itself when it takes too
     * long; until then calls wait for it as long as their request timeout allows.
     *
     * @return the token, never null
     */
    IssuedToken issue();
}
