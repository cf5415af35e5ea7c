package dev.fabrickit.server.invocation.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts that fit a schema: by its pattern or format, else a word of the conversation. */
final class SampleTexts {
    private static final int TRIES = 50;
    private static final int LENGTH = 10_000;
    private static final int REPETITIONS = 4;
    private static final long REPETITIONS_IN_ALL = 100_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
    private static final Pattern REPETITION = Pattern.compile("[*+]|\\{\\d*,?(\\d*)}");

    private final List<String> words;
    private final RandomGenerator random;

    SampleTexts(String said, RandomGenerator random) {
        this.words = WORD.matcher(said)
                .results()
                .map(MatchResult::group)
                .limit(LENGTH)
                .toList();
        this.random = random;
    }

    String of(JsonNode schema) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (least > LENGTH) {
            throw new NoSample("one of its texts is too long");
        }
        if (least > most) {
            throw new NoSample("one of its texts has an empty range of lengths");
        }
        if (schema.has("pattern")) {
            return matching(schema.get("pattern").asText(), least, most);
        }
        return schema.has("format")
                ? formatted(schema.get("format").asText(), least, most)
                : fitted(word(), least, most);
    }

    private String word() {
        return words.isEmpty() ? "text" : words.get(words.size() - 1 - random.nextInt(Math.min(words.size(), 3)));
    }

    private String fitted(String text, int least, int most) {
        String longEnough = text.repeat(1 + least / text.codePointCount(0, text.length()));
        int length = longEnough.codePointCount(0, longEnough.length());
        int wanted = Math.max(least, Math.min(most, text.codePointCount(0, text.length())));
        return length <= wanted ? longEnough : longEnough.substring(0, longEnough.offsetByCodePoints(0, wanted));
    }

    private String formatted(String format, int least, int most) {
        int number = random.nextInt(1, 28);
        String text = switch (format) {
            case "date" -> String.format(Locale.ROOT, "2026-01-%02d", number);
            case "time" -> String.format(Locale.ROOT, "%02d:00:00Z", number % 24);
            case "date-time" -> String.format(Locale.ROOT, "2026-01-%02dT12:00:00Z", number);
            case "duration" -> "PT" + number + "S";
            case "email" -> "user" + number + "@example.com";
            case "hostname" -> "host" + number + ".example.com";
            case "ipv4" -> "192.0.2." + number;
            case "ipv6" -> "2001:db8::" + number;
            case "uri", "uri-reference", "url" -> "https://example.com/" + number;
            case "uuid" ->
                new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
            default -> "";
        };
        return text.isEmpty() ? fitted(word(), least, most) : text;
    }

    private String matching(String pattern, int least, int most) {
        requireDecent(pattern);
        try {
            Pattern.compile(pattern);
            RgxGenProperties properties = new RgxGenProperties();
            RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, REPETITIONS);
            RgxGen generator = RgxGen.parse(properties, pattern);
            for (int i = 0; i < TRIES; i++) {
                String text = generator.generate(random);
                int length = text.codePointCount(0, text.length());
                if (length >= least && length <= most) {
                    return text;
                }
            }
        } catch (RuntimeException e) {
            // The library throws what it likes for a pattern that it cannot read.
            throw new NoSample("the pattern " + pattern + " cannot be followed");
        }
        throw new NoSample("the pattern " + pattern + " and the lengths beside it do not go together");
    }

    /** Repetitions of repetitions would take endless memory. */
    private static void requireDecent(String pattern) {
        long repetitions = 1;
        for (MatchResult found : REPETITION.matcher(pattern).results().toList()) {
            String most = found.group().replaceAll(".*?(\\d+)}", "$1");
            repetitions *= most.matches("\\d{1,5}") ? Math.max(1, Integer.parseInt(most)) : REPETITIONS;
            if (repetitions > REPETITIONS_IN_ALL || most.matches("\\d{6,}")) {
                throw new NoSample("one of its patterns repeats too often");
            }
        }
    }
}
