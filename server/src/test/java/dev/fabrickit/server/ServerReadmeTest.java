package dev.fabrickit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows works as it is shown. */
class ServerReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern YAML = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    @Test
    void theAccountsShownOpenAStubOnEveryAddress() throws IOException {
        Matcher shown = YAML.matcher(Files.readString(README));
        assertThat(shown.find()).isTrue();
        Map<String, Object> settings = new HashMap<>();
        PLACEHOLDER
                .matcher(shown.group(1))
                .results()
                .map(name -> name.group(1))
                .forEach(name -> settings.put(name, name));
        settings.putAll(
                new YamlPropertySourceLoader().read("readme", shown.group(1).getBytes(UTF_8)));
        settings.put("micronaut.server.host", "0.0.0.0");

        try (Stub stub = Stub.start(settings)) {
            Sender stranger =
                    new Sender(URI.create("http://127.0.0.1:" + stub.uri().getPort()), null);
            assertThat(stub.hasDevelopmentAccount()).isFalse();
            new Sender(stranger.uri(), Stub.DEVELOPMENT_TOKEN).get("/v1/specs").mustBe(401);
            new Sender(stranger.uri(), "ACME_TOKEN").get("/v1/specs").mustBe(200);
            stranger.post("/v3/auth/tokens", """
                    {"auth":{"identity":{"methods":["password"],"password":{"user":{
                      "name":"Alice","password":"ALICE_PASSWORD","domain":{"name":"acme"}}}}}}""").mustBe(201);
        }
    }
}
