package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ErrorAnswerException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;
import java.time.Duration;

/** Fails, and falls silent in the middle of saying why. */
final class StallsInItsError implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ErrorAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was answered 500 without a readable error";
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(1500);
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.send("HTTP/1.1 500 Oh\r\nContent-Length: 1000\r\n\r\n{\"error_code\":")
                .keepOpen();
    }
}
