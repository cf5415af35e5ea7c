package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.settings.Time;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The answer to certain turns.
 *
 * @param match which turns
 * @param answer what to say; null when it calls tools
 * @param calls the tools to call; null when it says something
 * @param timing how fast; null for the engine's own
 */
record Fixture(
        Match match,
        @Nullable String answer,
        @Nullable List<FixtureCall> calls,
        @Nullable FixtureTiming timing) {
    Fixture {
        if (match == null) {
            throw new IllegalArgumentException("has no match");
        }
        if ((answer == null) == (calls == null || calls.isEmpty())) {
            throw new IllegalArgumentException("must have either answer or calls");
        }
    }

    /** What the last turn must be. */
    record Match(
            @Nullable String exact,
            @Nullable String contains,
            @Nullable String regex) {
        Match {
            if (List.of(exact != null, contains != null, regex != null).stream()
                            .filter(given -> given)
                            .count()
                    != 1) {
                throw new IllegalArgumentException("must have exactly one of exact, contains and regex");
            }
            if (regex != null) {
                requireRegex(regex);
            }
        }

        private static void requireRegex(String regex) {
            try {
                Pattern.compile(regex);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("has a regex that is none: " + e.getDescription());
            }
        }

        boolean fits(String said) {
            if (exact != null) {
                return said.equals(exact);
            }
            return contains != null
                    ? said.contains(contains)
                    : Pattern.compile(regex).matcher(said).find();
        }
    }

    /** A call of a tool. */
    record FixtureCall(String name, @Nullable Map<String, Object> arguments) {
        FixtureCall {
            if (name == null) {
                throw new IllegalArgumentException("has no name");
            }
        }
    }

    /** How fast, where it differs from the engine's own. */
    record FixtureTiming(
            @Nullable Time firstToken, @Nullable Time token) {
        Timing over(Timing timing) {
            return new Timing(
                    firstToken == null ? timing.firstToken() : firstToken.duration(),
                    token == null ? timing.token() : token.duration(),
                    timing.jitter());
        }
    }
}
