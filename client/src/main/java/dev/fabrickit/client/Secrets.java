package dev.fabrickit.client;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What must show nowhere, not even when a service sends it back. */
record Secrets(Collection<String> values) {
    static final Secrets NONE = new Secrets(List.of());
    private static final int DEEPEST = 10;

    /** The longest first, as one may be part of another. */
    Secrets {
        values = values.stream()
                .filter(secret -> !secret.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String mask(String text) {
        String masked = text;
        for (String secret : values) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }

    /** What failed, as it is, unless it or one of its causes tells a secret; then something that does not stands for it. */
    Throwable mask(Throwable failure) {
        boolean tells = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .map(Throwable::toString)
                .anyMatch(text -> !mask(text).equals(text));
        if (!tells) {
            return failure;
        }
        IOException masked = new IOException(mask(String.valueOf(failure.getMessage())));
        masked.setStackTrace(failure.getStackTrace());
        return masked;
    }

    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
