package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.IOException;

/** Answers with an object where a text belongs. */
final class AnswersAnotherType implements WrongServer {

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
        wire.answer(200, "application/json", "{\"id\":{\"deep\":1}}");
    }
}
