package dev.fabrickit.client;

import java.util.Objects;

/** Refuses, without telling it, what no header can hold. */
final class HeaderText {
    private HeaderText() {}

    static void mustBeOneWord(String name, String value) {
        if (!Objects.requireNonNull(value, name).matches("[!-~]+")) {
            throw new IllegalArgumentException(name + " must be printable ASCII without blanks or line ends");
        }
    }

    static void mustBeWords(String name, String value) {
        if (!Objects.requireNonNull(value, name).matches("[!-~]+( [!-~]+)*")) {
            throw new IllegalArgumentException(name + " must be printable ASCII without line ends");
        }
    }
}
