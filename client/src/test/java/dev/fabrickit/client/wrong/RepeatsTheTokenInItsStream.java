package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.StreamFailedException;
import java.io.IOException;

/** Says the token back in an error of its stream. */
final class RepeatsTheTokenInItsStream implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return StreamFailedException.class;
    }

    @Override
    public String mustSay() {
        return "failed within its stream: common.00000500: wrong token ***";
    }

    @Override
    public boolean isInvoked() {
        return true;
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.beginStream()
                .event("{\"error_code\":\"common.00000500\",\"error_msg\":\"wrong token token-of-the-test\"}")
                .endBody();
    }
}
