package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How often and after which pauses a failed call is made again. Only what is safe to repeat is repeated:
 *
 * <ul>
 *   <li>every call when no connection was made, or the answer is 429: then the service has not acted,
 *   <li>reading, changing and deleting also when the connection failed before an answer, or the answer is 503. Not creating,
 *       deploying and invoking, and not {@code updateModelDefinition}, which makes a version: they could act twice.
 * </ul>
 *
 * <p>The pause is the one that the service asks for ({@code Retry-After}), otherwise one at random up to a limit that doubles
 * each time, so that many clients do not come back at one moment. Repeats and pauses count towards the timeout of the
 * request: when the pause would outlast it, the call fails at once. A repeated delete whose first answer was lost may be told
 * that nothing is there.
 *
 * @param attempts how often a call is made at most, at least 1
 * @param firstPause the limit of the first pause
 * @param longestPause what the limit grows to
 */
public record Retries(int attempts, Duration firstPause, Duration longestPause) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Up to 4 attempts, with pauses of up to 0.2, 0.4 and 0.8 seconds. */
    public static final Retries USUAL = new Retries(4, Duration.ofMillis(200), Duration.ofSeconds(10));

    /** Every call is made once. */
    public static final Retries NONE = new Retries(1, Duration.ZERO, Duration.ZERO);

    private static final int MOST_DOUBLINGS = 30;
    private static final Set<String> MAKES_A_VERSION = Set.of("updateModelDefinition");

    /** @throws IllegalArgumentException when there is no attempt, or a pause is negative or longer than a day */
    public Retries {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
        }
        mustBeSensible("firstPause", firstPause);
        mustBeSensible("longestPause", longestPause);
    }

    private static void mustBeSensible(String name, Duration pause) {
        Objects.requireNonNull(pause, name);
        if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must not be negative and at most a day, not " + pause);
        }
    }

    /** Null when the call must not be made again. */
    @Nullable
    Duration pauseAfter(int attempt, Call call, FabricException failure) {
        if (attempt >= attempts || !isSafe(call, failure)) {
            return null;
        }
        Duration asked = failure instanceof ErrorAnswerException error ? error.retryAfter() : null;
        return asked != null ? asked : atRandom(attempt);
    }

    private static boolean isSafe(Call call, FabricException failure) {
        if (failure instanceof ErrorAnswerException error) {
            return error.status() == 429 || error.status() == 503 && isIdempotent(call);
        }
        return failure instanceof ConnectionFailedException lost
                && lost.mayPass()
                && (lost.isUnsent() || isIdempotent(call));
    }

    private static boolean isIdempotent(Call call) {
        return !call.method().equals("POST") && !MAKES_A_VERSION.contains(call.operationId());
    }

    private Duration atRandom(int attempt) {
        long limit = Math.min(longestPause.toMillis(), firstPause.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit + 1));
    }
}
