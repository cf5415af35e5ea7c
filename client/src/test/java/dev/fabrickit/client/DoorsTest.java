package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fabrickit.client.schema.CreateWorkspaceInput;
import dev.fabrickit.server.Stub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways in, against a service that looks at them closely. */
@Timeout(60)
class DoorsTest {
    private static final String PASSWORD = "Passw0rd-of-alice";
    private static final String SECURITY_TOKEN = "the+security/token==";
    private static final Stub STUB = Stub.start(Map.of(
            "fabrickit.accounts.acme.users[0].id", "alice-id",
            "fabrickit.accounts.acme.users[0].name", "Alice",
            "fabrickit.accounts.acme.users[0].password", PASSWORD,
            "fabrickit.accounts.acme.access-keys[0].access-key", "TEMPORARY",
            "fabrickit.accounts.acme.access-keys[0].secret-key", "temporary-secret",
            "fabrickit.accounts.acme.access-keys[0].security-token", SECURITY_TOKEN));

    @AfterAll
    static void stop() {
        STUB.close();
    }

    @Test
    void aPasswordIsExchangedForATokenOnce() {
        List<CallReport> reports = new ArrayList<>();
        try (FabricClient client = builder(Credentials.password("acme", "Alice", PASSWORD))
                .iamUrl(STUB.uri())
                .project("cn-north-4")
                .listener(reports::add)
                .build()) {
            assertThat(client.workspaces()
                            .createWorkspace(new CreateWorkspaceInput().name("of-Alice"))
                            .getCreateUserName())
                    .isEqualTo("Alice");
            assertThat(client.workspaces().listWorkspaces().getTotal()).isEqualTo(1);
        }

        assertThat(reports)
                .extracting(CallReport::operationId)
                .containsExactly("keystoneCreateUserTokenByPassword", "createWorkspace", "listWorkspaces");
    }

    @Test
    void aWrongPasswordIsToldAsIamTellsIt() {
        FabricClient client = builder(Credentials.password("acme", "Alice", "Passw0rd-of-bob"))
                .iamUrl(STUB.uri())
                .project("cn-north-4")
                .build();

        assertThatExceptionOfType(ErrorAnswerException.class)
                .isThrownBy(() -> client.workspaces().listWorkspaces())
                .withMessageStartingWith("keystoneCreateUserTokenByPassword was answered 401"
                        + " 401: The username or password is wrong.")
                .satisfies(e -> assertThat(e.operationId()).isEqualTo("keystoneCreateUserTokenByPassword"));
    }

    @Test
    void aPasswordNeedsIamAndAProject() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        builder(Credentials.password("acme", "Alice", PASSWORD)).build())
                .withMessage("to log in with a password, set region or iamUrl");
        assertThatIllegalStateException()
                .isThrownBy(() -> builder(Credentials.password("acme", "Alice", PASSWORD))
                        .iamUrl(STUB.uri())
                        .build())
                .withMessage("to log in with a password, set region or project");
    }

    @Test
    void signedRequestsAreLetIn() {
        try (FabricClient client = builder(
                        Credentials.accessKey(Stub.DEVELOPMENT_ACCESS_KEY, Stub.DEVELOPMENT_SECRET_KEY))
                .build()) {
            String id = client.workspaces()
                    .createWorkspace(new CreateWorkspaceInput().name("signed").description("工作区 ~ * + / body"))
                    .getId();

            assertThat(client.endpoints().listEndpoints(id).getTotal()).isZero();
            assertThat(client.catalogue().listSpecs("mu.*~ /+你", null, 0, 5, null))
                    .isNotNull();
            client.workspaces().deleteWorkspace(id);
        }
    }

    @Test
    void temporaryKeysAreSentWithTheirSecurityToken() {
        Credentials temporary = Credentials.temporaryAccessKey("TEMPORARY", "temporary-secret", SECURITY_TOKEN);

        assertThat(builder(temporary).build().catalogue().listSpecs().getTotal())
                .isPositive();
        assertThat(statusFor(Credentials.accessKey("TEMPORARY", "temporary-secret")))
                .isEqualTo(401);
    }

    @Test
    void aWrongSecretKeyIsRefusedOnce() {
        assertThat(statusFor(Credentials.accessKey(Stub.DEVELOPMENT_ACCESS_KEY, "wrong")))
                .isEqualTo(401);
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndTheCallRepeated() {
        Replies replies = new Replies().then(401).then(200);
        try (HandMadeService service = HandMadeService.that(replies)) {
            int[] issued = {0};
            FabricClient client = service.builder()
                    .credentials(Credentials.tokens(
                            () -> new IssuedToken("token-" + ++issued[0], SteppedTime.BEGIN.plusSeconds(86_400))))
                    .time(new SteppedTime())
                    .build();
            client.workspaces().createWorkspace(new CreateWorkspaceInput());

            assertThat(service.everythingAsked())
                    .extracting(asked -> asked.headers().getFirst("X-Auth-Token"))
                    .containsExactly("token-1", "token-2");
        }
    }

    @Test
    void asSoonAsTheNewTokenIsRefusedTooTheCallFails() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(401))) {
            FabricClient client = service.builder()
                    .credentials(
                            Credentials.tokens(() -> new IssuedToken("token", SteppedTime.BEGIN.plusSeconds(86_400))))
                    .retries(Retries.USUAL)
                    .time(new SteppedTime())
                    .build();

            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> client.workspaces().listWorkspaces());
            assertThat(service.everythingAsked()).hasSize(2);
        }
    }

    @Test
    void aFixedTokenIsSentOnce() {
        try (HandMadeService service = HandMadeService.that(new Replies().then(401))) {
            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> service.client().workspaces().listWorkspaces());
            assertThat(service.everythingAsked()).hasSize(1);
        }
    }

    @Test
    void anAnswerOfIamWithoutATokenOrItsEndIsUnreadable() {
        String end = "{\"token\":{\"expires_at\":\"2026-01-02T00:00:00.000000Z\"}}";
        for (Replies replies : new Replies[] {
            new Replies().then(201, Map.of(), end),
            new Replies().then(201, Map.of("X-Subject-Token", "t"), "{}"),
            new Replies().then(201, Map.of("X-Subject-Token", "two words"), end)
        }) {
            try (HandMadeService iam = HandMadeService.that(replies)) {
                FabricClient client = builder(Credentials.password("acme", "Alice", PASSWORD))
                        .iamUrl(iam.url())
                        .project("p")
                        .build();

                assertThatExceptionOfType(UnreadableAnswerException.class)
                        .isThrownBy(() -> client.workspaces().listWorkspaces())
                        .withMessageStartingWith("keystoneCreateUserTokenByPassword was answered without a t");
            }
        }
    }

    @Test
    void aPasswordThatIamRepeatsIsMasked() {
        String body = "{\"error\":{\"code\":401,\"message\":\"wrong: " + PASSWORD + "\"}}";
        try (HandMadeService iam = HandMadeService.thatAnswers(401, "application/json", body)) {
            FabricClient client = builder(Credentials.password("acme", "Alice", PASSWORD))
                    .iamUrl(iam.url())
                    .project("p")
                    .build();

            assertThatExceptionOfType(ErrorAnswerException.class)
                    .isThrownBy(() -> client.workspaces().listWorkspaces())
                    .satisfies(e -> assertThat(e.errorMsg()).isEqualTo("wrong: ***"));
            assertThat(iam.asked().body()).contains(PASSWORD);
        }
    }

    @Test
    void credentialsDoNotTellTheirSecrets() {
        assertThat(Credentials.token("secret")).hasToString("Credentials[a token]");
        assertThat(Credentials.password("acme", "Alice", "secret")).hasToString("Credentials[user acme/Alice]");
        assertThat(Credentials.temporaryAccessKey("AK", "secret", "secret")).hasToString("Credentials[access key AK]");
        assertThat(new IssuedToken("secret", SteppedTime.BEGIN).toString()).doesNotContain("secret");
    }

    @Test
    void whatNoHeaderCanHoldIsRefusedWithoutTellingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.accessKey("secret\n", "sk"))
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.temporaryAccessKey("AK", "sk", "secret\r"))
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.accessKey("AK", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.accessKey("AK", "secret\n"))
                .withMessageStartingWith("the secret key")
                .withMessageNotContaining("secret\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IssuedToken("secret token", SteppedTime.BEGIN))
                .withMessageNotContaining("secret");
    }

    private static FabricClientBuilder builder(Credentials credentials) {
        return FabricClient.builder()
                .adminUrl(STUB.uri())
                .credentials(credentials)
                .retries(Retries.NONE);
    }

    private static int statusFor(Credentials credentials) {
        FabricClient client = builder(credentials).build();
        return catchThrowableOfType(
                        ErrorAnswerException.class, () -> client.catalogue().listSpecs())
                .status();
    }
}
