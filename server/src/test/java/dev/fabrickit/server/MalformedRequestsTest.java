package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.Malformations.Malformation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Thousands of wrong requests: each is answered in the documented form, none breaks the server, and none changes a thing. */
class MalformedRequestsTest {
    private static final Pattern ANSWER = Pattern.compile("(?s)HTTP/\\d\\.\\d (\\d{3}) [^\r\n]*\r\n(.*?)\r\n\r\n(.*)");

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    @Test
    void threeHundredMalformedRequestsDoNoHarm() {
        mustDoNoHarm(300, 1);
    }

    @Test
    @Tag("exhaustive")
    void tenThousandMalformedRequestsDoNoHarm() {
        mustDoNoHarm(10_000, 2);
    }

    private static void mustDoNoHarm(int count, long seed) {
        Sandbox sandbox = STUB.sandbox();
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
        sandbox.deploy(sandbox.createModel().id(), endpoint).mustBe(202);
        List<JsonNode> before = sandbox.contents();
        JsonNode workspaces = sandbox.sender().get("/v1/workspaces?limit=100").json();
        Malformations malformations = new Malformations(seed, sandbox.id());
        Map<Integer, Integer> statuses = new TreeMap<>();

        for (int i = 0; i < count; i++) {
            Malformation malformation = malformations.next();
            statuses.merge(status(malformation), 1, Integer::sum);
        }

        assertThat(statuses).containsKeys(400, 404, 405, 406, 413, 415);
        assertThat(statuses.get(400)).isGreaterThan(count / 3);
        assertThat(sandbox.contents()).isEqualTo(before);
        assertThat(sandbox.sender().get("/v1/workspaces?limit=100").json()).isEqualTo(workspaces);
    }

    /** Holds the answer to its form. It must come at all: the sender waits for it only so long. */
    private static int status(Malformation malformation) {
        String received = STUB.sender().raw(malformation.text());
        Matcher answer = ANSWER.matcher(received);
        assertThat(answer.matches()).as("%s\n--\n%s", malformation, received).isTrue();
        int status = Integer.parseInt(answer.group(1));
        assertThat(status).as("%s\n--\n%s", malformation, received).isBetween(malformation.harmless() ? 200 : 400, 499);
        assertThat(answer.group(2).lines().filter(line -> line.startsWith("X-request-id: ")))
                .as("%s\n--\n%s", malformation, received)
                .hasSize(1);
        assertThat(answer.group(2).lines())
                .as("%s\n--\n%s", malformation, received)
                .contains("content-type: application/json");
        if (status >= 400) {
            mustBeError(answer.group(3));
        }
        return status;
    }

    private static void mustBeError(String body) {
        JsonNode error = new Answer(0, null, body).json();
        assertThat(error.get("error_code").textValue()).hasSizeBetween(8, 36);
        assertThat(error.get("error_msg").textValue().codePoints().count()).isBetween(2L, 512L);
        assertThat(body).doesNotMatch(Answer.INSIDES);
    }
}
