package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.scene.Attempt;
import dev.fabrickit.conformance.scene.Attempts;
import java.util.Objects;

/** Judges what an answer says of the change that it has begun. */
public final class Progress {
    private final Attempts attempts;

    public Progress(Attempts attempts) {
        this.attempts = attempts;
    }

    /** The answer must show the status that a new resource has; a service that needs no time may have come to the end of it. */
    public void mustBeCreating() {
        boolean instantly = body().path("status").asText().equals("RUNNING");
        if (!instantly || Run.current().contract().isFull()) {
            mustBe("CREATING");
        }
    }

    /** The answer must show the status of a change; which one it is, the documents do not say. */
    public void mustBeUpdating() {
        if (Run.current().contract().isFull()) {
            mustBe("UPDATING");
        }
    }

    private void mustBe(String expected) {
        String status = body().path("status").asText();
        must(status.equals(expected), "the answer shows the status " + status + ", and not " + expected);
    }

    /** The answer must bear the id of what it was about. */
    public void mustBearTheId() {
        Attempt last = attempts.last();
        String id = Objects.requireNonNull(last.about()).id();
        must(
                last.answer().body().path("id").asText().equals(id),
                "the answer bears the id " + last.answer().body().path("id") + ", and not " + id);
    }

    /** The answer must bear the id of a version. */
    public void mustBearTheVersion(String id) {
        must(
                body().path("version_id").asText().equals(id),
                "the answer bears the version " + body().path("version_id") + ", and not " + id);
    }

    private JsonNode body() {
        return attempts.last().answer().mustBeAccepted().body();
    }
}
