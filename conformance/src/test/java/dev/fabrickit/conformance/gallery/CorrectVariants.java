package dev.fabrickit.conformance.gallery;

import java.util.List;
import java.util.stream.Stream;

/** All servers that differ from the stub where they may. */
final class CorrectVariants {
    private static final List<String> ONE = List.of(
            "fields that nobody knows",
            "optional fields are null",
            "times with an offset and nanoseconds",
            "more headers, and others' spelling",
            "lists in another order",
            "health as a text",
            "deploying is answered with 200",
            "a model without the id of its version",
            "404 and a code of its own for what is missing",
            "409 for what a rule forbids",
            "403 for wrong credentials",
            "refusals that say more",
            "ids in capitals",
            "names are unique",
            "instant changes",
            "statuses that nobody knows",
            "changes of what must stay are ignored",
            "the role in every chunk",
            "the usage in the last chunk",
            "no mark of the end",
            "comments between events",
            "events end with CRLF",
            "chunks of one byte, header names in lower case",
            "gzip for who takes it");

    private static final List<String> TWO = List.of(
            "optional fields are absent",
            "times in whole seconds",
            "times only where they must be",
            "no request ids",
            "lists without details",
            "health without a body",
            "deploying is answered with 201",
            "deletions with a body",
            "404 for what is missing",
            "other codes for what a rule forbids",
            "the gateway's numbers with its other prefix",
            "ids without hyphens",
            "only what has settled can be changed",
            "what is deleted stays as DELETED",
            "changes show late",
            "several words in each chunk",
            "nothing where null could stand",
            "an end with an empty text",
            "the end together with the last text",
            "other fields",
            "no blank behind the colon",
            "events end with CR",
            "answers that end with their connection");

    private static final List<String> THREE = List.of(
            "a usage of null in every chunk",
            "several events in one piece",
            "a byte order mark",
            "a stream's type with a charset",
            "ids with hyphens",
            "slow answers now and then",
            "422 for what is out of range",
            "the connection is closed",
            "JSON with spaces and escapes",
            "too many requests now and then");

    private CorrectVariants() {}

    /** Two that together differ in nearly every way. */
    static List<CorrectVariant> mixed() {
        return List.of(mix("many ways, one", ONE), mix("many ways, two", TWO), mix("many ways, three", THREE), open());
    }

    /** One that differs in whatever even the whole contract leaves open, but for what would only slow it down. */
    private static CorrectVariant open() {
        return CorrectVariant.all(
                "many ways, open to all",
                all().stream()
                        .filter(CorrectVariant::full)
                        .filter(variant -> !variant.name().startsWith("slow"))
                        .toList());
    }

    private static CorrectVariant mix(String name, List<String> parts) {
        return CorrectVariant.all(
                name, parts.stream().map(CorrectVariants::called).toList());
    }

    private static CorrectVariant called(String name) {
        return all().stream()
                .filter(variant -> variant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<CorrectVariant> all() {
        return Stream.of(VariantAnswers.all(), VariantRefusals.all(), VariantStreams.all(), VariantLives.all())
                .flatMap(List::stream)
                .toList();
    }
}
