package dev.fabrickit.server.lifecycle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keeps the resources of one kind, of any account, from running. For who controls the stub, not for its callers. */
public interface Troubles {

    /** The kind, in the plural. */
    String kind();

    /** What can befall resources of this kind. */
    Set<Trouble> possible();

    /**
     * Lets a resource come into trouble as soon as a change that the trouble strikes is over: at once when that was its last
     * change.
     *
     * @param errorCode why, at most 36 characters
     * @param errorMsg why, for a person, at most 1024 characters
     * @throws dev.fabrickit.server.error.Refusal when there is no such resource, or the trouble is not one of its kind
     */
    void begin(String id, Trouble trouble, @Nullable String errorCode, @Nullable String errorMsg);

    /**
     * Takes a resource out of its trouble, or spares it what was to come.
     *
     * @throws dev.fabrickit.server.error.Refusal when there is no such resource
     */
    void end(String id);
}
