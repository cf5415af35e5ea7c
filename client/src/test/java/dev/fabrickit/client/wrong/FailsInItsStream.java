package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.StreamFailedException;
import java.io.IOException;

/** Reports an error after it has begun well. */
final class FailsInItsStream implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return StreamFailedException.class;
    }

    @Override
    public String mustSay() {
        return "failed within its stream: common.00000500: the engine failed";
    }

    @Override
    public boolean isInvoked() {
        return true;
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.beginStream()
                .chunk("Hello")
                .event("{\"error_code\":\"common.00000500\",\"error_msg\":\"the engine failed\"}")
                .endBody();
    }
}
