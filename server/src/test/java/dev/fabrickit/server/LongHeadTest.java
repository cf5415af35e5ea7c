package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands before a body may be long; when it is too long, the answer says which part. */
class LongHeadTest {
    private static final String UNREADABLE = "common.01000001";
    private static final String WORKSPACES = "/v1/workspaces";

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    @Test
    void aLongQueryIsHeldToTheContract() {
        assertThat(get(WORKSPACES + "?name=" + "a".repeat(60_000))
                        .mustBeError(400, UNREADABLE)
                        .text("error_msg"))
                .contains("name must have");
        get(WORKSPACES + "?other=" + "a".repeat(60_000)).mustBe(200);
    }

    @Test
    void aLongPathIsHeldToTheContract() {
        get(WORKSPACES + "/" + "a".repeat(60_000) + "/endpoints").mustBeError(400, UNREADABLE);
        get("/" + "a".repeat(60_000)).mustBeError(404, UNREADABLE);
    }

    @Test
    void aLineThatIsTooLongIsRefused() {
        assertThat(get(WORKSPACES + "?other=" + "a".repeat(70_000))
                        .mustBeError(400, UNREADABLE)
                        .text("error_msg"))
                .contains("the path and the query must not be longer than 65536 bytes");
    }

    @Test
    void headersThatAreTooLongAreRefused() {
        Answer answer = STUB.sender().send("GET", WORKSPACES, null, "X-Long", "a".repeat(200_000));

        assertThat(answer.mustBeError(400, UNREADABLE).text("error_msg"))
                .contains("the headers must not be longer than 131072 bytes");
    }

    private static Answer get(String path) {
        return STUB.sender().get(path);
    }
}
