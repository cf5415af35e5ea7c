package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Greets like a mail server. */
final class SpeaksNoHttp implements WrongServer {

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
        wire.send("220 mail.example.com ESMTP ready\r\n\r\n").keepOpen();
    }
}
