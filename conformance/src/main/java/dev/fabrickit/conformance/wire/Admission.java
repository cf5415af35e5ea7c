package dev.fabrickit.conformance.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Gives requests what their callers would be let in by, or be refused for. */
final class Admission {
    static final String TOKEN = "X-Auth-Token";

    /** Services allow 15 minutes. */
    private static final Duration STALE = Duration.ofMinutes(20);

    private final Target target;
    private final Clock clock;

    Admission(Target target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    Outgoing admit(Outgoing request) {
        Credentials own = target.own();
        Instant now = clock.instant();
        return request.with(
                switch (request.caller()) {
                    case OWN -> headersFor(request, own);
                    case OWN_TOKEN -> Map.of(TOKEN, own.requireToken());
                    case OWN_SIGNATURE -> own.requireKey().headersFor(request, now);
                    case OTHER -> headersFor(request, target.other());
                    case NOBODY -> Map.of();
                    case WRONG_TOKEN -> Map.of(TOKEN, Credentials.WRONG_TOKEN);
                    case EXPIRED_TOKEN -> Map.of(TOKEN, Credentials.EXPIRED_TOKEN);
                    case BAD_SIGNATURE -> own.forgedKey().headersFor(request, now);
                    case STALE_SIGNATURE -> own.requireKey().headersFor(request, now.minus(STALE));
                    case EARLY_SIGNATURE -> own.requireKey().headersFor(request, now.plus(STALE));
                    case CUT_TOKEN, LONGER_TOKEN, TURNED_TOKEN -> Map.of(TOKEN, Resemblance.of(own, request.caller()));
                    case SIGNATURE_OF_ANOTHER_PATH,
                            SIGNATURE_OF_ANOTHER_QUERY,
                            SIGNATURE_OF_ANOTHER_METHOD,
                            SIGNATURE_OF_ANOTHER_BODY,
                            SIGNATURE_OF_ANOTHER_TIME -> Resemblance.of(request, own.requireKey(), now);
                });
    }

    private Map<String, String> headersFor(Outgoing request, Credentials credentials) {
        return credentials.source() == null
                ? credentials.requireKey().headersFor(request, clock.instant())
                : Map.of(TOKEN, credentials.requireToken());
    }

    /** Whether the service will count this as a bad signature of the tenant's own key. */
    boolean harmsOwnKey(Caller caller) {
        return target.own().key() != null && caller.signsInVain();
    }
}
