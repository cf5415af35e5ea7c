package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;
import java.time.Duration;

/** Begins to stream, and falls silent. */
final class FallsSilentInItsStream implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ConnectionFailedException.class;
    }

    @Override
    public String mustSay() {
        return "lost its answer on the way: nothing came for PT0.4S";
    }

    @Override
    public boolean isInvoked() {
        return true;
    }

    @Override
    public Duration silence() {
        return Duration.ofMillis(400);
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.beginStream().chunk("Hello").keepOpen();
    }
}
