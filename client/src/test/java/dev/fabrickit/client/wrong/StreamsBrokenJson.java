package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.IOException;

/** Streams a chunk that stops in the middle. */
final class StreamsBrokenJson implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return UnreadableAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "neither a chunk nor an error";
    }

    @Override
    public boolean isInvoked() {
        return true;
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.beginStream().chunk("Hello").event("{\"id\":\"c\",").endBody();
    }
}
