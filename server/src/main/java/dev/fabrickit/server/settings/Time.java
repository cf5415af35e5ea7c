package dev.fabrickit.server.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time among settings, such as {@code 200ms}, {@code 2s} or {@code 1m}. */
public record Time(Duration duration) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m)");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Time parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("must be a time such as 200ms, 2s or 1m");
        }
        long number = Long.parseLong(found.group(1));
        return new Time(
                switch (found.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    default -> Duration.ofMinutes(number);
                });
    }
}
