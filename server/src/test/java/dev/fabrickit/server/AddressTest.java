package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that are answered are those under which the stub was called. */
class AddressTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver();

    @Test
    void aCallerByAnotherNameIsToldThatName() {
        assertThat(created("stub.example:8080")).contains("\"access_url\":\"http://stub.example:8080/v1/workspaces/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a<b>", "x.example.with.a.name.that.is.longer.than.an.address.may.be"})
    void aNameThatNoAddressMayHaveIsNotTaken(String host) {
        assertThat(created(host)).contains("\"access_url\":\"" + STUB.uri() + "/v1/workspaces/");
    }

    private static String created(String host) {
        RawRequest request = RawRequest.of("POST", "/v1/workspaces")
                .header("Host", host)
                .header("X-Auth-Token", Stub.DEVELOPMENT_TOKEN)
                .body("{\"name\":\"fabric\"}");
        String answer = STUB.sender().raw(request.text());
        assertThat(answer).startsWith("HTTP/1.1 200");
        return answer;
    }
}
