package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request, as sentences for its sender. Holds a few and no more, however much is wrong. */
final class Faults {
    private static final int MOST = 10;
    private static final int LONGEST_VALUE = 40;

    private final List<String> sentences = new ArrayList<>();

    void add(Place place, String demand) {
        if (!isFull()) {
            sentences.add(place + " " + demand);
        }
    }

    /** Whether it is no use to look further. */
    boolean isFull() {
        return sentences.size() >= MOST;
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("; ", sentences);
    }

    /** A value as a sentence can show it. */
    static String shown(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "an array";
        }
        String text = value.toString();
        return text.codePointCount(0, text.length()) <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
