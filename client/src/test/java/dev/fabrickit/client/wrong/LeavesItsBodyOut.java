package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.IOException;

/** Answers well, without the body that was promised. */
final class LeavesItsBodyOut implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return UnreadableAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was answered what is no Endpoint";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.answer(200, "application/json", "");
    }
}
