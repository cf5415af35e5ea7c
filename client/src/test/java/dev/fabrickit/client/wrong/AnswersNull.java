package dev.fabrickit.client.wrong;

import dev.fabrickit.client.FabricException;
import dev.fabrickit.client.UnreadableAnswerException;
import java.io.IOException;

/** Answers with the JSON that is nothing. */
final class AnswersNull implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return UnreadableAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was answered null where Endpoint is promised";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.answer(200, "application/json", "null");
    }
}
