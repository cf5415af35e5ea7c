package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Ledger;
import dev.fabrickit.conformance.run.Resource;
import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.scene.Lookup;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Judges the course of a status. How long each takes is the service's matter, so nothing here asks that one is seen: it asks
 * that what is seen comes in order.
 */
public final class Lives {
    private final Ledger ledger;
    private final Attempts attempts;
    private final Lookup lookup;

    public Lives(Ledger ledger, Attempts attempts, Lookup lookup) {
        this.ledger = ledger;
        this.attempts = attempts;
        this.lookup = lookup;
    }

    /** The last resource must be seen in these, in this order, and no longer in another one before it ends. */
    public void statusMustGo(List<String> order) {
        Resource resource = attempts.subject();
        List<String> seen = ledger.watch(resource, order.get(order.size() - 1));
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
        if (resource.kind() != Kind.MODEL) {
            ledger.awaitRunning(resource);
        }
        JsonNode after = lookup.show(resource);
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

    private static Optional<OffsetDateTime> time(JsonNode shown) {
        JsonNode time = shown.path("update_time");
        return time.isTextual() ? Optional.of(OffsetDateTime.parse(time.textValue())) : Optional.empty();
    }
}
