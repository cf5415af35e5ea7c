package dev.fabrickit.client.wrong;

import dev.fabrickit.client.ConnectionFailedException;
import dev.fabrickit.client.FabricException;

/** Takes the request and hangs up. */
final class ClosesWithoutAnAnswer implements WrongServer {

    @Override
    public Class<? extends FabricException> mustCause() {
        return ConnectionFailedException.class;
    }

    @Override
    public String mustSay() {
        return "got no answer";
    }

    @Override
    public void answer(Wire wire) {
        // Returning closes the connection.
    }
}
