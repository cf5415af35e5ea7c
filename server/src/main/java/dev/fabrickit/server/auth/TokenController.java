package dev.fabrickit.server.auth;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.auth.Accounts.Subject;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens to configured users for their passwords, as IAM does and in IAM's form. No part of the contract: the live
 * service leaves this to IAM.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenController {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Accounts accounts;
    private final IssuedTokens tokens;
    private final Clock clock;
    private final ObjectMapper json;

    TokenController(Accounts accounts, IssuedTokens tokens, Clock clock, ObjectMapper json) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
        this.json = json;
    }

    @Post("/v3/auth/tokens")
    HttpResponse<ObjectNode> issue(@Nullable @Body String body) {
        PasswordRequest request;
        try {
            request = PasswordRequest.of(json.readTree(body == null ? "" : body));
        } catch (JacksonException e) {
            return refuse(HttpStatus.BAD_REQUEST, "The request body is not valid JSON.");
        } catch (IllegalArgumentException e) {
            return refuse(HttpStatus.BAD_REQUEST, e.getMessage());
        }
        Optional<Subject> subject = accounts.byPassword(request.domainName(), request.userName(), request.password());
        if (subject.isEmpty()) {
            return refuse(HttpStatus.UNAUTHORIZED, "The username or password is wrong.");
        }
        if (!request.scope().isOpenTo(subject.get().caller())) {
            return refuse(HttpStatus.UNAUTHORIZED, "auth.scope.domain must be the domain of the user.");
        }
        return issue(subject.get(), request.scope());
    }

    private HttpResponse<ObjectNode> issue(Subject subject, TokenScope scope) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(IssuedTokens.LIFE);
        ObjectNode body = json.createObjectNode();
        ObjectNode token =
                body.putObject("token").put("issued_at", TIME.format(now)).put("expires_at", TIME.format(expiresAt));
        token.putArray("methods").add("password");
        token.putArray("catalog");
        token.putArray("roles").addObject().put("id", "0").put("name", "te_admin");
        ObjectNode user = token.putObject("user")
                .put("id", subject.user().id())
                .put("name", subject.user().name());
        TokenScope.describeDomain(user, subject.caller());
        scope.describe(token, subject.caller());
        return HttpResponse.created(body).header("X-Subject-Token", tokens.issue(subject, expiresAt));
    }

    private HttpResponse<ObjectNode> refuse(HttpStatus status, String message) {
        ObjectNode body = json.createObjectNode();
        body.putObject("error")
                .put("code", status.getCode())
                .put("message", message)
                .put("title", status.getReason());
        return HttpResponse.<ObjectNode>status(status).body(body);
    }
}
