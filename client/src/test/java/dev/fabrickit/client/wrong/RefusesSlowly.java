package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;
import java.time.Duration;

/** Takes the invocation and refuses it after the caller has lost patience. */
final class RefusesSlowly implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ConnectionFailedException.class;
    }

    @Override
    public String mustSay() {
        return "request timed out";
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
        wire.keepOpen();
    }
}
