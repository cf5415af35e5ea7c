package dev.fabrickit.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.requirement.Inconclusive;
import dev.fabrickit.conformance.requirement.Outcome;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are bad on purpose, or somebody else's: the stub, which verifies for real, tells who it takes them from. */
class CallerTest {
    private static EmbeddedStub stub;
    private static Contract contract;

    private final List<Exchange> exchanges = new ArrayList<>();

    @BeforeAll
    static void start() {
        stub = EmbeddedStub.start();
        contract = Contract.full();
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OWN, 200, ''",
        "OWN_TOKEN, 200, ''",
        "OWN_SIGNATURE, 200, ''",
        "OTHER, 200, ''",
        "NOBODY, 401, not found",
        "WRONG_TOKEN, 401, Incorrect token",
        "EXPIRED_TOKEN, 401, Incorrect token",
        "BAD_SIGNATURE, 401, verify aksk signature fail",
        "STALE_SIGNATURE, 401, differs by more than 15 minutes"
    })
    void the_service_sees_whom_the_call_names(Caller caller, int status, String reason) {
        Answer answer = wire(stub.target()).send(Call.of("listWorkspaces").by(caller));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ü", "a&b=c", "100%", "~*+/?#"})
    void whatever_is_in_path_and_query_is_signed_as_it_is_sent(String name) {
        Answer answer = wire(stub.target())
                .ask(Call.of("listEndpoints")
                        .in("workspace_id", name)
                        .with("name", name)
                        .by(Caller.OWN_SIGNATURE)
                        .meantBad());
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_bad_signature_is_followed_by_a_good_one() {
        Wire wire = wire(stub.target());
        wire.ask(Call.of("listWorkspaces").by(Caller.BAD_SIGNATURE));
        wire.ask(Call.of("listWorkspaces").by(Caller.STALE_SIGNATURE));
        assertThat(exchanges).extracting(Exchange::status).containsExactly(401, 200, 401, 200);
    }

    @Test
    void what_needs_credentials_that_were_not_given_is_disabled() {
        Target target = new Target(stub.uri(), stub.uri(), Credentials.ofToken(stub.token()), null);
        for (Caller caller : List.of(Caller.OWN_SIGNATURE, Caller.STALE_SIGNATURE, Caller.OTHER)) {
            assertThatThrownBy(() -> wire(target).ask(Call.of("listWorkspaces").by(caller)))
                    .isInstanceOfSatisfying(
                            Inconclusive.class,
                            reason -> assertThat(reason.outcome()).isEqualTo(Outcome.DISABLED));
        }
        Answer refused = wire(target).send(Call.of("listWorkspaces").by(Caller.BAD_SIGNATURE));
        assertThat(refused.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":", "[]", "nonsense", "\u0000"})
    void a_body_can_be_anything_when_it_is_meant_bad(String body) {
        Answer answer = wire(stub.target())
                .send(Call.of("createWorkspace")
                        .sending(body.getBytes(StandardCharsets.UTF_8))
                        .meantBad());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(exchanges.get(0).requestBody()).isEqualTo(body);
    }

    @Test
    void a_header_replaces_or_takes_away_what_would_be_sent() {
        Call create = Call.of("createWorkspace")
                .sending(JsonNodeFactory.instance.objectNode().put("name", "typed"));
        Answer typed = wire(stub.target())
                .ask(create.header("content-type", "text/plain").meantBad());
        assertThat(typed.status()).isEqualTo(415);
        Answer nobody = wire(stub.target())
                .ask(Call.of("listWorkspaces").header("X-Auth-Token", "").meantBad());
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(exchanges.get(1).requestHeaders()).isEmpty();
    }

    @Test
    void a_bad_call_that_is_not_meant_bad_is_not_sent() {
        Call call = Call.of("listWorkspaces").with("limit", "0");
        assertThatThrownBy(() -> wire(stub.target()).send(call))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the suite would send a bad listWorkspaces");
        assertThat(exchanges).isEmpty();
    }

    @Test
    void an_answer_tells_its_headers_whatever_their_case() {
        Answer answer = wire(stub.target()).send(Call.of("listWorkspaces"));
        assertThat(answer.header("x-REQUEST-id")).isPresent();
        assertThat(answer.header("X-None")).isEmpty();
    }

    private Wire wire(Target target) {
        return new Wire(target, contract, exchanges::add);
    }
}
