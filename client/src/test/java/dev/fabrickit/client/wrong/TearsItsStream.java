package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Hangs up in the middle of a stream. */
final class TearsItsStream implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ConnectionFailedException.class;
    }

    @Override
    public String mustSay() {
        return "lost its answer on the way";
    }

    @Override
    public boolean isInvoked() {
        return true;
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.beginStream().chunk("Hello");
    }
}
