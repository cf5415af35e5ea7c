package dev.fabrickit.server.auth;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets in who bears a known token or signs with a known key, and tells the rest of the server who it is. The token decides
 * when both are sent.
 */
// For all paths: once one filter is for some, the framework finds and sorts them anew for each request.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(0)
public class Door {
    private static final String CLOSED = "/v1/";
    private static final String CALLER = "fabrickit.caller";

    private final Accounts accounts;
    private final IssuedTokens issued;
    private final Signatures signatures;

    Door(Accounts accounts, IssuedTokens issued, Signatures signatures) {
        this.accounts = accounts;
        this.issued = issued;
        this.signatures = signatures;
    }

    /** Gives back the request: Micronaut would not wait for a stage of nothing. */
    @RequestFilter
    CompletionStage<HttpRequest<?>> check(ServerHttpRequest<?> request) {
        return request.getPath().startsWith(CLOSED)
                ? caller(request).thenApply(caller -> request.setAttribute(CALLER, caller))
                : CompletableFuture.completedFuture(request);
    }

    private CompletionStage<Caller> caller(ServerHttpRequest<?> request) {
        String token = request.getHeaders().get("X-Auth-Token");
        if (token != null) {
            return CompletableFuture.completedFuture(byToken(token));
        }
        String authorization = request.getHeaders().get("Authorization");
        if (authorization != null) {
            return signatures.verify(request, authorization).toFuture();
        }
        throw new Refusal(
                ErrorCode.NO_CREDENTIALS,
                "Incorrect IAM authentication information: x-auth-token not found",
                "Send a token in the header X-Auth-Token, or sign the request with an access key.");
    }

    private Caller byToken(String token) {
        return accounts.byToken(token)
                .or(() -> issued.byToken(token))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.WRONG_TOKEN,
                        "Incorrect token or token resolution failed",
                        "Use a token of a configured account, or get one with POST /v3/auth/tokens."));
    }

    /** Who sent the request under way. */
    public static Caller caller() {
        return ServerRequestContext.currentRequest()
                .flatMap(request -> request.getAttribute(CALLER, Caller.class))
                .orElseThrow(() -> new IllegalStateException("no caller: the request did not pass the door"));
    }
}
