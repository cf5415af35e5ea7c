package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.IOException;

/** Streams the text itself in the place of chunks. */
final class StreamsProse implements WrongServer {

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
        wire.beginStream().event("Hello there").endBody();
    }
}
