package dev.fabrickit.client;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One look at what is waited for.
 *
 * @param seen what there was to see, or null when the asking failed
 * @param failure why there was nothing to see, of a kind that may pass, or null
 */
record Look<T>(@Nullable Seen<T> seen, @Nullable FabricException failure) {
    static final String NOTHING = "not to be seen";

    record Seen<T>(T thing, State state) {}

    /** @throws FabricException of a kind that does not pass by itself */
    static <T> Look<T> of(Supplier<Seen<T>> asking) {
        try {
            return new Look<>(asking.get(), null);
        } catch (FabricException e) {
            if (!mayPass(e)) {
                throw e;
            }
            return new Look<>(null, e);
        }
    }

    private static boolean mayPass(FabricException failure) {
        if (failure instanceof ErrorAnswerException error) {
            return error.status() == 429 || error.status() / 100 == 5;
        }
        return failure instanceof ConnectionFailedException lost && lost.mayPass();
    }

    String status() {
        return seen == null ? NOTHING : seen.state.status();
    }

    /** How long the service asks to wait before the next look. */
    Duration askedPause() {
        Duration asked = failure instanceof ErrorAnswerException error ? error.retryAfter() : null;
        return Objects.requireNonNullElse(asked, Duration.ZERO);
    }
}
