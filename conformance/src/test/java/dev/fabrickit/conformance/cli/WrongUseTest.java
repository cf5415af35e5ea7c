package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever holds the program wrong is told what is wrong and what to do, in a line or two and without a stack trace. */
class WrongUseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    --nope                                       | Unknown option: '--nope'
                    --prot                                       | Unknown option: '--prot'
                    conform --ready-timeout soon                 | 'soon' is not a duration like 90s or 20m
                    --profile strict                             | expected one of [documented, full]
                    --base-url ftp://a --token t                 | --base-url must be a URL like https://
                    --base-url nonsense --token t                | --base-url must be a URL like https://
                    --ep-url http://127.0.0.1:1                  | --ep-url needs --base-url beside it
                    --region r --base-url http://127.0.0.1:1     | exclude each other
                    --report a,b                                 | must not be blank or contain a comma
                    serve --port 70000                           | must be between 1 and 65535
                    serve --port http                            | 'http' is not an int
                    serve --host 0.0.0.0                         | fabrickit.accounts.development.enabled to false
                    diff a                                       | REPORT_B
                    diff nowhere nowhere                         | nowhere does not exist
                    dance                                        | dance
                    --base-url http://me:pw@127.0.0.1 --token t  | without user or query
                    --base-url http://127.0.0.1 --token a\tb     | printable ASCII
                    --base-url http://127.0.0.1:1 conform        | options of conform stand after it
                    conform serve                                | serve
                    --region evil.example/ --token t             | must be a name like cn-north-4
                    --tags (((                                   | --tags cannot be read
                    --threads 0                                  | must be between 1 and 64
                    --ak x                                       | --ak and --sk need each other
                    --other-sk x                                 | --other-ak and --other-sk need each other
                    --security-token x                           | --security-token needs --ak
                    --base-url http://127.0.0.1 --token t --proxy here | --proxy must be like
                    --base-url http://127.0.0.1 --token t --ca-file no | no certificates in PEM can be read
                    --base-url http://127.0.0.1 --user u --token t | --user and --token (or FABRICKIT_TOKEN) exclude
                    --base-url http://127.0.0.1 --user u         | --user needs --domain, and --project and --iam-url
                    --base-url http://127.0.0.1 --domain d --token t | --domain, --project and --iam-url need --user
                    sweep --base-url http://127.0.0.1 --token t  | --journal
                    sweep --prefix fk-1a2b3c-                    | sweep needs the service
                    sweep --prefix fk- --base-url http://a --token t | --prefix must be the whole prefix
                    sweep --journal no --base-url http://a --token t | --journal is no, which cannot be read
                    --baseline nowhere.yaml                      | --baseline is nowhere.yaml, which cannot be used
                    --without wings                              | --without is wings, but must be one of [choices
                    --keep                                       | the embedded stub ends with the run
                    --ready-timeout 0s                           | must be between 1s and 24h
                    --ready-timeout 9999999h                     | must be between 1s and 24h
                    --enterprise-project-id a.b                  | must be 1 to 64 letters
                    --model-path s3://bucket                     | must be a path like obs://
                    serve --data /dev/null/d                     | --data is /dev/null/d, but cannot be a folder
                    serve --jdbc-url jdbc:oracle:x               | not a URL like jdbc:postgresql://
                    serve --config nowhere.yml                   | no such file can be read
                    serve --data d --jdbc-url jdbc:postgresql:x  | mutually exclusive
                    """)
    void wrong_usage_exits_2_and_is_named(String line, String said) {
        Program program = Program.run(line.split(" "));
        assertThat(program.exitCode()).isEqualTo(2);
        mustSay(program, said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gallery --list", "verify a"})
    void what_is_not_there_yet_says_so(String line) {
        Program program = Program.run(line.split(" "));
        assertThat(program.exitCode()).isEqualTo(2);
        mustSay(program, "is not available in this version");
    }

    @Test
    void a_report_folder_that_cannot_be_written_exits_2() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Program program = Program.run("--report", file.resolve("report").toString());
        assertThat(program.exitCode()).isEqualTo(2);
        mustSay(program, "cannot be written to");
    }

    @Test
    void a_port_in_use_exits_2() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Program program = Program.run("serve", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(program.exitCode()).isEqualTo(2);
            mustSay(program, "port " + taken.getLocalPort() + " of 127.0.0.1 is in use");
        }
    }

    @Test
    void reports_of_an_earlier_run_do_not_stay() throws IOException {
        Path old = Files.writeString(folder.resolve("junit.xml"), "green");
        assertThat(conform("http://127.0.0.1:1", "t").exitCode()).isEqualTo(3);
        assertThat(old).doesNotExist();
    }

    @Test
    void missing_credentials_exit_3() {
        Program program = conform("http://127.0.0.1:1", "");
        assertThat(program.exitCode()).isEqualTo(3);
        mustSay(program, "set FABRICKIT_TOKEN, or give --token");
    }

    @Test
    void a_user_without_a_password_exits_3() {
        Program program = Program.run("--region", "cn-north-4", "--user", "u", "--domain", "d");
        assertThat(program.exitCode()).isEqualTo(3);
        mustSay(program, "no password for the user u: set FABRICKIT_PASSWORD");
    }

    private Program conform(String url, String token) {
        return Program.run("conform", "--base-url", url, "--token", token, "--report", folder.toString());
    }

    private static void mustSay(Program program, String said) {
        assertThat(program.out()).contains(said).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(program.out().lines()).hasSizeLessThan(4);
    }
}
