package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import java.io.IOException;
import java.time.Duration;

/** Says again and again that it goes on. */
final class SendsInterimAnswersOnly implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return FabricException.class;
    }

    @Override
    public String mustSay() {
        return "showEndpoint w/e";
    }

    @Override
    public boolean isForgottenByTheJdk() {
        return true;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(1500);
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.drip("HTTP/1.1 102 Processing\r\n\r\n");
    }
}
