package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.IOException;

/** Streams without saying that it does. */
final class StreamsNoType implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return UnreadableAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was answered \"\" instead of a stream";
    }

    @Override
    public boolean isInvoked() {
        return true;
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                .chunk("Hello")
                .endBody();
    }
}
