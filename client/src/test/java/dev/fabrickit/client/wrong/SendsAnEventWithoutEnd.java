package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.IOException;

/** Streams one event that never ends. */
final class SendsAnEventWithoutEnd implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return UnreadableAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was sent an event of more than 4194304 bytes";
    }

    @Override
    public boolean isInvoked() {
        return true;
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.beginStream();
        for (int sent = 0; sent < 100_000; sent++) {
            wire.piece("data: and so on and on\n".repeat(100));
        }
    }
}
