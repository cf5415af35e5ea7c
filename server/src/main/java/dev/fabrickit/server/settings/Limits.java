package dev.fabrickit.server.settings;

import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;

/** What single settings may be. Each fails with a {@code ConfigurationException} that names the key. */
public final class Limits {
    private Limits() {}

    public static void notNegative(String key, Duration time) {
        if (time.isNegative()) {
            throw new ConfigurationException(key + " must not be negative");
        }
    }

    public static void positive(String key, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new ConfigurationException(key + " must be longer than nothing");
        }
    }

    public static void atLeast(int least, String key, int value) {
        if (value < least) {
            throw new ConfigurationException(key + " must be at least " + least + ", not " + value);
        }
    }
}
