package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Lookup;
import dev.fabrickit.conformance.scene.Quality;
import dev.fabrickit.conformance.wire.Nonconformance;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the course of a status. How long each takes is the service's matter, so nothing here asks that one is seen: it asks
 * that what is seen comes in order.
 */
public final class Lives {
    /** How often somebody looks again, once all is over. */
    private static final int LOOKS_AFTER = 3;

    private static final Duration MOST_SKEW = Duration.ofMinutes(15);

    private static final String RUNNING = "RUNNING";
    private static final String WHOLE_SECONDS = "[^.]*";

    private static final Set<String> KNOWN =
            Set.of("PENDING", "CREATING", RUNNING, "UPDATING", "DELETING", "DELETED", "nothing", "");

    private final Ledger ledger;
    private final Attempts attempts;
    private final Lookup lookup;

    public Lives(Ledger ledger, Attempts attempts, Lookup lookup) {
        this.ledger = ledger;
        this.attempts = attempts;
        this.lookup = lookup;
    }

    /**
     * The last resource must be seen in these, in this order, and no longer in another one before it ends. A service may
     * have statuses of its own, which turn nothing back, and may begin later than it accepts.
     */
    public void statusMustGo(List<String> order) {
        Resource resource = attempts.subject();
        boolean full = Run.current().contract().isFull();
        String last = order.get(order.size() - 1);
        List<String> seen = new ArrayList<>(ledger.watch(resource, last));
        for (int look = 0; look < LOOKS_AFTER; look++) {
            seen.addAll(ledger.watch(resource, last));
        }
        if (!full) {
            seen = seen.stream()
                    .dropWhile(status -> status.equals(RUNNING) && !order.contains(status))
                    .filter(status -> order.contains(status) || KNOWN.contains(status))
                    .toList();
        }
        int reached = 0;
        for (String status : seen) {
            int place = order.indexOf(status);
            must(
                    place >= reached,
                    "the status of the " + resource + " was seen as " + seen + ", and not in the order of " + order);
            reached = place;
        }
    }

    /** What was tried must be refused, unless the resource was gone by then. */
    public void mustBeRefusedWhileLeaving(Resource resource) {
        boolean stillThere = lookup.find(resource).isPresent();
        must(
                !attempts.last().answer().isAccepted() || !stillThere,
                "it was accepted, though the " + resource + " was still on its way out");
    }

    /** What was tried must be refused, unless the resource had come to run by then. */
    public void mustBeRefusedWhileComing(Resource resource) {
        String status = lookup.show(resource).path("status").asText();
        boolean refused = !attempts.last().answer().isAccepted();
        must(refused || status.equals("RUNNING"), "it was accepted, though the " + resource + " was still " + status);
    }

    /** The second of two attempts must be answered as the first was, or find nothing. */
    public void secondMustBeLikeTheFirst() {
        int first = attempts.previous().answer().status();
        must(
                attempts.last().answer().status() == first
                        || attempts.last().answer().isMissing(),
                "the first was answered with " + first + ", the second with "
                        + attempts.last().answer().status());
    }

    /** Of the last change's resource the time of creation must stay, and that of change must not stay behind. */
    public void timesMustTell() {
        Resource resource = attempts.subject();
        JsonNode before = attempts.last().shown();
        JsonNode after = settled(resource);
        if (time(before).equals(time(after))
                && before.path("update_time").asText().matches(WHOLE_SECONDS)) {
            ledger.awaitLater();
            attempts.change(resource, Quality.read("so that its description is \"changed later\""));
            after = settled(resource);
        }
        must(
                before.path("create_time").equals(after.path("create_time")),
                "the time of creation of the " + resource + " was " + before.path("create_time") + " and is "
                        + after.path("create_time"));
        Optional<OffsetDateTime> earlier = time(before);
        Optional<OffsetDateTime> later = time(after);
        must(
                earlier.isEmpty()
                        || later.filter(time -> time.isAfter(earlier.get())).isPresent(),
                "the time of change of the " + resource + " was " + before.path("update_time") + " and is "
                        + after.path("update_time"));
    }

    /** The last resource must have been created about now, not changed before that, and created at the same time ever after. */
    public void timesMustBeThoseOfCreation() {
        Resource resource = attempts.subject();
        if (resource.kind().show().isPresent()) {
            ledger.awaitRunning(resource);
        }
        JsonNode shown = lookup.show(resource);
        Optional<OffsetDateTime> told = time(shown, "create_time");
        if (told.isEmpty() && !Run.current().contract().isFull()) {
            return;
        }
        OffsetDateTime created =
                told.orElseThrow(() -> new Nonconformance("the " + resource + " has no time of creation"));
        Duration distance = Duration.between(created, OffsetDateTime.now()).abs();
        must(distance.compareTo(MOST_SKEW) < 0, "the " + resource + " was created at " + created);
        must(
                time(shown).filter(changed -> changed.isBefore(created)).isEmpty(),
                "the " + resource + " was created at " + created + " and changed at " + shown.path("update_time"));
        JsonNode again = lookup.show(resource).path("create_time");
        must(
                shown.path("create_time").equals(again),
                "the time of creation of the " + resource + " was " + created + " and is " + again);
    }

    /** As long as the endpoint is being created, the inference service must be pending. */
    public void mustWaitFor(Resource endpoint) {
        Resource service = attempts.subject();
        String status = lookup.show(service).path("status").asText();
        boolean coming = lookup.show(endpoint).path("status").asText().equals("CREATING");
        must(
                !coming || status.equals("PENDING"),
                "the " + service + " was " + status + " before the " + endpoint + " ran");
    }

    private JsonNode settled(Resource resource) {
        if (resource.kind() != Kind.MODEL) {
            ledger.awaitRunning(resource);
        }
        return lookup.show(resource);
    }

    private static Optional<OffsetDateTime> time(JsonNode shown) {
        return time(shown, "update_time");
    }

    private static Optional<OffsetDateTime> time(JsonNode shown, String field) {
        JsonNode time = shown.path(field);
        return time.isTextual() ? Optional.of(parsed(time.textValue())) : Optional.empty();
    }

    private static OffsetDateTime parsed(String time) {
        try {
            return OffsetDateTime.parse(time);
        } catch (DateTimeParseException e) {
            throw new Nonconformance(time + " is no time with an offset");
        }
    }
}
