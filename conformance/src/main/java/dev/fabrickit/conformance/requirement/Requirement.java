package dev.fabrickit.conformance.requirement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a service must or must not do.
 *
 * @param id such as {@code P1.4}; never reused
 * @param text one sentence
 * @param source the section of the tutorial, the reference or the contract that it comes from
 * @param operations the operations that it is about
 * @param covers the kinds of elements of the contract that it asks for on those operations: {@code answers}, {@code body},
 *     {@code query}, {@code path}, {@code header}, {@code filters}, or a status
 * @param needs the optional capability without which it cannot be asked; null when every service must meet it
 * @param excluded why no example can show it; null when there are examples
 */
public record Requirement(
        String id,
        String text,
        Basis basis,
        String source,
        List<String> operations,
        List<String> covers,
        @Nullable String needs,
        @Nullable String excluded) {

    public Requirement {
        if (id == null || text == null || basis == null || source == null) {
            throw new IllegalArgumentException("a requirement needs id, text, basis and source: " + id + ", " + text);
        }
        operations = operations == null ? List.of() : List.copyOf(operations);
        covers = covers == null ? List.of() : List.copyOf(covers);
    }

    /** The tag of its examples. */
    public String tag() {
        return "@" + id;
    }
}
