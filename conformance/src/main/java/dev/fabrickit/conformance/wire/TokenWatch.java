package dev.fabrickit.conformance.wire;

import dev.fabrickit.conformance.requirement.Inconclusive;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntSupplier;

/** Looks after the tenant's token: one that is refused though it was taken before is renewed, or nothing more can be judged. */
final class TokenWatch {
    private static final int UNAUTHORIZED = 401;
    private static final Set<Caller> ITS_OWNERS = EnumSet.of(Caller.OWN, Caller.OWN_TOKEN);

    private final Target target;
    private final IntSupplier probe;

    /** @param probe the status of a request that is taken as long as the token is */
    TokenWatch(Target target, IntSupplier probe) {
        this.target = target;
        this.probe = probe;
    }

    /** What needs the token is not even asked once it is over; only deletions are tried. */
    void requireToken(Outgoing request) {
        if (isByToken(request) && !request.method().equals("DELETE")) {
            target.lapse().ifPresent(reason -> {
                throw Inconclusive.notTestable(reason);
            });
        }
    }

    private static boolean isByToken(Outgoing request) {
        return ITS_OWNERS.contains(request.caller()) && request.headers().containsKey(Admission.TOKEN);
    }

    /** Whether a request is to be sent again, because it was refused for a token that is over and there is a new one. */
    boolean isRenewed(Outgoing request, int status) {
        Token token = target.own().source();
        if (token == null || !isByToken(request) || target.lapse().isPresent()) {
            return false;
        }
        if (status != UNAUTHORIZED) {
            token.proveGood();
            return false;
        }
        String used = request.headers().get(Admission.TOKEN);
        if (token.isReplaced(used) || !token.isProven() || probe.getAsInt() != UNAUTHORIZED) {
            return token.isReplaced(used);
        }
        try {
            if (token.replace(used)) {
                return true;
            }
            target.lapse(
                    "the token is no longer taken, though it was before. Get a new one, or give --user, whose tokens "
                            + "are renewed.");
        } catch (Login.Refused | Unreachable e) {
            target.lapse("the token is over, and there is no new one: " + e.getMessage());
        }
        requireToken(request);
        return false;
    }
}
