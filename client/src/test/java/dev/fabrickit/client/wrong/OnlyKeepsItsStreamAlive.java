package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;
import java.time.Duration;

/** Streams comments and never an answer. */
final class OnlyKeepsItsStreamAlive implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ConnectionFailedException.class;
    }

    @Override
    public String mustSay() {
        return "lost its answer on the way: it was not complete in time";
    }

    @Override
    public boolean isInvoked() {
        return true;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(1500);
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.beginStream().drip("3\r\n:\n\n\r\n");
    }
}
