package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Hangs up in the middle of its head. */
final class TearsItsHead implements WrongServer {

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
        wire.send("HTTP/1.1 200 OK\r\nContent-");
    }
}
