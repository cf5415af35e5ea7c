package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Takes the request and breaks the connection. */
final class ResetsTheConnection implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ConnectionFailedException.class;
    }

    @Override
    public String mustSay() {
        return "got no answer";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.reset();
    }
}
