package dev.fabrickit.server.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@FabricStub("fabrickit.delay.endpoint=PT0S")
class FabricStubTest {
    private static URI uri;

    @BeforeAll
    static void rememberWhere(Stub stub) {
        uri = stub.uri();
    }

    @Test
    void a_test_gets_a_stub_that_answers(Stub stub) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(stub.uri().resolve("/v1/workspaces"))
                .header("X-Auth-Token", stub.token())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(list, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void all_tests_of_a_class_get_the_same_one(Stub stub) {
        assertThat(stub.uri()).isEqualTo(uri);
    }

    @Nested
    class Inside {
        @Test
        void a_nested_class_gets_the_one_of_its_own(Stub stub) {
            assertThat(stub.uri().getPort()).isPositive();
        }
    }
}
