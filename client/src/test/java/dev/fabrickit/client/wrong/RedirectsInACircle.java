package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ErrorAnswerException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Sends the caller to where it is. */
final class RedirectsInACircle implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ErrorAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was answered 302";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.answer(302, "text/html\r\nLocation: /v1/workspaces/w/endpoints/e", "");
    }
}
