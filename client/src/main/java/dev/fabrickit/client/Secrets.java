package dev.fabrickit.client;

import java.util.Collection;
import java.util.List;

/** What must show nowhere, not even when a service sends it back. */
record Secrets(Collection<String> values) {
    static final Secrets NONE = new Secrets(List.of());

    String mask(String text) {
        String masked = text;
        for (String secret : values) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }

    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
