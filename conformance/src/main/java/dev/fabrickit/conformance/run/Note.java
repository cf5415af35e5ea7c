package dev.fabrickit.conformance.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal.
 *
 * @param event what is noted
 * @param kind what it is about
 * @param workspace the workspace it is in; null for a workspace that has no id yet
 * @param id its id; null as long as it has none
 * @param name its name; null when only the id is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Note(
        Event event,
        Kind kind,
        @Nullable String workspace,
        @Nullable String id,
        @Nullable String name) {

    enum Event {
        /** It is about to be created. */
        INTENDED(1),
        /** It was created. */
        CREATED(-1),
        /** It will not be created after all: the service has refused. */
        REFUSED(-1),
        /** Its deletion was accepted, or found it gone. */
        DELETED(0);

        private final int unanswered;

        Event(int unanswered) {
            this.unanswered = unanswered;
        }

        /** What it adds to the creations whose answer is open. */
        int unanswered() {
            return unanswered;
        }
    }

    Note as(Event other) {
        return new Note(other, kind, workspace, id, name);
    }

    Note withId(String known) {
        return new Note(event, kind, workspace == null ? known : workspace, known, name);
    }
}
