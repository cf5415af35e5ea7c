package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.invocation.engine.Piece;
import java.util.List;

/**
 * All that one choice says, cut to its limit.
 *
 * @param pieces those that take time
 * @param finish comes with the last of them
 */
record Line(List<Piece> pieces, Piece.Finish finish, int tokens) {

    int rounds() {
        return Math.max(1, pieces.size());
    }

    /** Adds what is said in one round: a piece, and with the last one that it is the last. */
    void addTo(List<Piece> said, int round) {
        if (round < pieces.size()) {
            said.add(pieces.get(round));
        }
        if (round == rounds() - 1) {
            said.add(finish);
        }
    }
}
