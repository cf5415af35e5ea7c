package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Answers with a status that is no number. */
final class SendsABrokenStatusLine implements WrongServer {

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
        wire.send("HTTP/1.1 OK 200\r\nContent-Length: 2\r\n\r\n{}").keepOpen();
    }
}
