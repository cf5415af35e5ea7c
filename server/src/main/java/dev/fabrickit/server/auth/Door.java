package dev.fabrickit.server.auth;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** Lets in who bears a known token, and tells the rest of the server who it is. */
@ServerFilter("/v1/**")
@Order(0)
public class Door {
    private static final String CALLER = "fabrickit.caller";

    private final Accounts accounts;

    Door(Accounts accounts) {
        this.accounts = accounts;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        String token = request.getHeaders().get("X-Auth-Token");
        if (token == null) {
            throw new Refusal(
                    ErrorCode.NO_CREDENTIALS,
                    "Incorrect IAM authentication information: x-auth-token not found",
                    signatureHint(request.getHeaders().get("Authorization")));
        }
        Caller caller = accounts.byToken(token)
                .orElseThrow(() -> new Refusal(ErrorCode.WRONG_TOKEN, "Incorrect token or token resolution failed"));
        request.setAttribute(CALLER, caller);
    }

    private static @Nullable String signatureHint(@Nullable String authorization) {
        return authorization == null
                ? null
                : "Send the header X-Auth-Token: signatures are not available in this version of the stub.";
    }

    /** Who sent the request under way. */
    public static Caller caller() {
        return ServerRequestContext.currentRequest()
                .flatMap(request -> request.getAttribute(CALLER, Caller.class))
                .orElseThrow(() -> new IllegalStateException("no caller: the request did not pass the door"));
    }
}
