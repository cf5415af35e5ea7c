package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.IOException;

/** Answers with the token in the place of JSON. */
final class AnswersTheToken implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return UnreadableAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "'***'";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.answer(200, "application/json", "\"token-of-the-test\"");
    }
}
