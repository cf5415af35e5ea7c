package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ErrorAnswerException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Fails with a page for people, as a gateway does. */
final class AnswersAnErrorInHtml implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ErrorAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was answered 502 without a readable error";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.answer(502, "text/html", "<html>Bad Gateway</html>");
    }
}
