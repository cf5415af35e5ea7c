package dev.fabrickit.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.Refusal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of one definition. What is not allowed is refused by the name of its field, with what is. */
final class Fields {
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final JsonNode object;
    private final Set<String> known = new TreeSet<>();

    Fields(JsonNode object) {
        if (!object.isObject()) {
            throw Refusal.unreadable("a fault must be a JSON object");
        }
        this.object = object;
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static Refusal wrong(String name, String allowed) {
        return Refusal.unreadable(name + " must be " + allowed);
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        if (value != null && (!value.isTextual() || value.textValue().isBlank())) {
            throw wrong(name, "a text that is not blank");
        }
        return value == null ? null : value.textValue();
    }

    String text(String name, String absent, int shortest, int longest) {
        JsonNode value = value(name);
        if (value == null) {
            return absent;
        }
        String text = value.isTextual() ? value.textValue() : "";
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length < shortest || length > longest) {
            throw wrong(name, "a text of " + shortest + " to " + longest + " characters, not all blank");
        }
        return text;
    }

    String oneOf(String name, Collection<String> allowed) {
        String text = text(name);
        if (text == null || !allowed.contains(text)) {
            throw wrong(name, "one of " + String.join(", ", allowed));
        }
        return text;
    }

    long number(String name, long absent, long least, long most) {
        JsonNode value = value(name);
        if (value == null) {
            return absent;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw wrong(name, "a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    double fraction(String name, double absent) {
        JsonNode value = value(name);
        if (value == null) {
            return absent;
        }
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
            throw wrong(name, "a number from 0 to 1");
        }
        return value.doubleValue();
    }

    Duration duration(String name) {
        String text = text(name);
        try {
            Duration duration = Duration.parse(text == null ? "" : text);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Refused like one that is out of range.
        }
        throw wrong(name, "a duration that is not negative, like PT1.5S, of at most P3650D");
    }

    /** To be called when all fields have been asked for. */
    void requireNoOther() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw Refusal.unreadable(name + " is no field of this fault: it has " + String.join(", ", known));
            }
        }
    }
}
