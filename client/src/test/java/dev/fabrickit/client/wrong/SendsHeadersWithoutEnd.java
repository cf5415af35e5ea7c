package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends header after header. */
final class SendsHeadersWithoutEnd implements WrongServer {

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
        wire.send("HTTP/1.1 200 OK\r\n")
                .flood("X-More: of the same\r\n".repeat(100).getBytes(StandardCharsets.UTF_8));
    }
}
