package dev.fabrickit.client;

import java.time.Duration;
import java.util.Objects;

/**
 * How long to wait for a service.
 *
 * @param connect for a connection
 * @param request until an answer begins, or is there as a whole when it is no stream, with all repeats
 * @param silence between two pieces of a stream, of whatever kind
 * @param stream for the whole of a stream
 */
record Timeouts(Duration connect, Duration request, Duration silence, Duration stream) {
    private static final Duration LONGEST = Duration.ofDays(365);
    static final Timeouts USUAL =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofHours(1));

    Timeouts {
        mustBeSensible("connectTimeout", connect);
        mustBeSensible("requestTimeout", request);
        mustBeSensible("silenceTimeout", silence);
        mustBeSensible("streamTimeout", stream);
    }

    private static void mustBeSensible(String name, Duration timeout) {
        Objects.requireNonNull(timeout, name);
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be longer than nothing and at most a year, not " + timeout);
        }
    }

    Timeouts withConnect(Duration timeout) {
        return new Timeouts(timeout, request, silence, stream);
    }

    Timeouts withRequest(Duration timeout) {
        return new Timeouts(connect, timeout, silence, stream);
    }

    Timeouts withSilence(Duration timeout) {
        return new Timeouts(connect, request, timeout, stream);
    }

    Timeouts withStream(Duration timeout) {
        return new Timeouts(connect, request, silence, timeout);
    }
}
