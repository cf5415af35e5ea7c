package dev.fabrickit.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import dev.fabrickit.server.junit.FabricStub;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

@FabricStub
class PageTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stub stub;

    PageTest(Stub stub) {
        this.stub = stub;
    }

    @ParameterizedTest
    @CsvSource({
        "/, swagger-ui-bundle.js",
        "/, authorize with <code>fabrickit-development-token</code>",
        "/swagger-ui/swagger-ui-bundle.js, SwaggerUI",
        "/swagger-ui/swagger-ui.css, .swagger-ui",
        "/swagger-ui/favicon-32x32.png, PNG",
        "/health, UP",
        "/prometheus, jvm_memory_used_bytes"
    })
    void what_is_seen_from_outside_is_there_without_credentials(String path, String part)
            throws IOException, InterruptedException {
        assertThat(get(path)).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui/",
                "/swagger-ui",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-initializer.js",
                "/swagger-ui/swagger-ui.js",
                "/swagger-ui/swagger-ui-bundle.js.map"
            })
    void of_the_library_only_what_the_page_needs_is_there(String path) throws IOException, InterruptedException {
        assertThat(get(path)).contains("error_code").doesNotContain("petstore");
    }

    @Test
    void the_contract_comes_with_its_examples_and_for_this_server() throws IOException, InterruptedException {
        Map<String, Object> contract = new Yaml().load(get("/openapi.yaml"));
        assertThat(contract.toString())
                .contains("apie test endpoint", "data: [DONE]")
                .doesNotContain("externalValue", "myhuaweicloud.com");
    }

    private String get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(stub.uri().resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
