package dev.fabrickit.conformance;

import dev.fabrickit.conformance.cli.Fabrickit;

/** The program. */
public final class Main {
    private Main() {}

    public static void main(String... args) {
        System.exit(Fabrickit.run(args));
    }
}
