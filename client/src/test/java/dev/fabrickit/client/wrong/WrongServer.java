package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import java.io.IOException;
import java.time.Duration;

/** A server that is wrong in the way that its class is named for. */
public interface WrongServer extends RawServer.Script {
    /** More than a busy machine needs. */
    Duration LONG = Duration.ofSeconds(20);

    /** What the caller must be told. */
    Class<? extends FabricException> mustCause();

    /** What the message must say. */
    String mustSay();

    /** Whether it is invoked, and is wrong within or before the stream. Otherwise it is asked for JSON. */
    default boolean isInvoked() {
        return false;
    }

    /** How long the caller waits for an answer, and for a whole stream. Short where it comes to nothing. */
    default Duration patience() {
        return LONG;
    }

    /** How long the caller lets a stream be silent. */
    default Duration silence() {
        return LONG;
    }

    /**
     * Whether the JDK, having given up on a head, forgets to close the connection. From Java 21 on it goes with the client, or
     * when the client has met a few of them. Before, nothing that can be called closes it.
     */
    default boolean isForgottenByTheJdk() {
        return false;
    }

    @Override
    default void play(Wire wire) throws IOException {
        wire.request();
        answer(wire);
    }

    /** Answers a request that was read. */
    void answer(Wire wire) throws IOException;
}
