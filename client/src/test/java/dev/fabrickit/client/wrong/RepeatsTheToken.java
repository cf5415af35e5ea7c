package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ErrorAnswerException;
import dev.fabrickit.client.FabricException;
import java.io.IOException;

/** Says the token back in its error. */
final class RepeatsTheToken implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ErrorAnswerException.class;
    }

    @Override
    public String mustSay() {
        return "was answered 401 common.00000401: wrong token *** (request id ***)";
    }

    @Override
    public void answer(Wire wire) throws IOException {
        wire.answer(
                401,
                "application/json\r\nX-request-id: token-of-the-test",
                "{\"error_code\":\"common.00000401\",\"error_msg\":\"wrong token token-of-the-test\"}");
    }
}
