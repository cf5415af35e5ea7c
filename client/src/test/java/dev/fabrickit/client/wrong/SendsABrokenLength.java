package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Announces a body of a length that is no number. */
final class SendsABrokenLength implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ConnectionFailedException.class;
    }

    @Override
    public String mustSay() {
        return "got no answer";
    }

    @Override
    public boolean isForgottenByTheJdk() {
        return true;
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.send("HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}").keepOpen();
    }
}
