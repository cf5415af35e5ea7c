package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Announces a body of less than nothing. */
final class SendsANegativeLength implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ConnectionFailedException.class;
    }

    @Override
    public String mustSay() {
        return "";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.send("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}").keepOpen();
    }
}
