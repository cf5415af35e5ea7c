package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.stub.EmbeddedStub;
import dev.fabrickit.conformance.stub.StubOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A stub that others than this machine can reach is opened by configured accounts alone. */
class ExposureTest {
    private static final String SECRET = "canary-secret";
    private static final String OWN_ACCOUNT = """
            fabrickit:
              accounts:
                acme:
                  tokens: [canary-secret]
                development:
                  enabled: false
            """;

    @TempDir
    private Path folder;

    @Test
    void with_accounts_of_its_own_it_answers_on_every_address() throws IOException, InterruptedException {
        StubOptions options = new StubOptions();
        new CommandLine(CommandSpec.create().addMixin("stub", CommandSpec.forAnnotatedObject(options)))
                .parseArgs("--host", "0.0.0.0", "--config", config(OWN_ACCOUNT));

        try (EmbeddedStub stub = options.start()) {
            assertThat(stub.hasDevelopmentAccount()).isFalse();
            assertThat(status(stub, SECRET)).isEqualTo(200);
            assertThat(status(stub, stub.token())).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~fabrickit: {accounts: {acme: {tokens: canary-secret}}}~ | --host 0.0.0.0   | set fabrickit.accounts.development.enabled to false
            ~fabrickit: {accounts: {acme: {token: canary-secret}}}~  | --host 127.0.0.1 | fabrickit.accounts.acme.token is unknown
            ~fabrickit: {accounts: {acme: {tokens: ["canary-secret}}}~ | --host 127.0.0.1 | not valid YAML at line 1, column
            ~fabrickit: {accounts: {acme: {tokens: "${NO_SUCH}"}}}~   | --host 127.0.0.1 | NO_SUCH
            ~fabrickit: {delay: {endpoint: canary-secret}}~           | --host 127.0.0.1 | the setting fabrickit.delay.endpoint has a value that is not understood
            """)
    void a_mistake_is_told_without_the_secret(String yaml, String host, String said) throws IOException {
        Program program = Program.run(("serve " + host + " --config " + config(yaml)).split(" "));

        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.out()).contains(said).doesNotContain(SECRET, "Exception", "\tat ");
    }

    @Test
    void a_database_that_is_not_there_is_told_without_its_password() {
        Program program = Program.run(
                "serve",
                "--jdbc-url",
                "jdbc:postgresql://127.0.0.1:1/x?user=u&password=canary-secret&connectTimeout=1");

        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.out()).contains("the database of --jdbc-url").doesNotContain(SECRET, "\tat ");
    }

    private String config(String yaml) throws IOException {
        return Files.writeString(folder.resolve("accounts.yml"), yaml).toString();
    }

    private static int status(EmbeddedStub stub, String token) throws IOException, InterruptedException {
        URI specs = URI.create("http://127.0.0.1:" + stub.uri().getPort() + "/v1/specs");
        HttpRequest request =
                HttpRequest.newBuilder(specs).header("X-Auth-Token", token).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
