package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import java.io.IOException;
import java.time.Duration;

/** Goes over to a protocol that nobody asked for. */
final class SwitchesTheProtocol implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return FabricException.class;
    }

    @Override
    public String mustSay() {
        return "showEndpoint w/e";
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(1500);
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
                .keepOpen();
    }
}
