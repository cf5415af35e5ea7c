package dev.fabrickit.server.invocation.simulated;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When tokens come.
 *
 * @param firstToken before the first
 * @param token before each other
 * @param jitter the share by which both vary
 */
record Timing(Duration firstToken, Duration token, double jitter) {

    /** Whether nothing is waited for. */
    boolean isInstant() {
        return firstToken.isZero() && token.isZero();
    }

    /** The wait before a round of tokens, the same for the same seed. */
    Duration before(int round, long seed) {
        Duration usual = round == 0 ? firstToken : token;
        if (jitter == 0 || usual.isZero()) {
            return usual;
        }
        double share = new SplittableRandom(seed + round).nextDouble(-jitter, jitter);
        return usual.plusNanos((long) (usual.toNanos() * share));
    }
}
