package dev.fabrickit.client;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. One of a token, a source of tokens, a user's password for IAM, and an access key that signs. Printing it does not
 * tell its secrets.
 */
public final class Credentials {
    private final String kind;
    private final Function<Doorway, Authorizer> authorizer;

    private Credentials(String kind, Function<Doorway, Authorizer> authorizer) {
        this.kind = kind;
        this.authorizer = authorizer;
    }

    /**
     * Where the door is.
     *
     * @param iamUrl the host of IAM, when it is known
     * @param project the project that is worked in, when it is known
     */
    record Doorway(
            Transport transport,
            Settings settings,
            @Nullable URI iamUrl,
            @Nullable String project) {

        private Authorizer renewed(TokenSource source) {
            return new RenewedToken(source, settings.time(), transport.threads());
        }
    }

    /**
     * A token as IAM issued it. It lasts 24 hours and is not renewed: for short programs.
     *
     * @throws IllegalArgumentException when it holds what no header can, a line end for example
     */
    public static Credentials token(String token) {
        HeaderText.mustBeOneWord("the token", token);
        return new Credentials("a token", doorway -> new FixedToken(token));
    }

    /**
     * Tokens from a source of your own. They are kept, and renewed 5 minutes before they end and after a 401. Calls for which
     * it has none throw a {@link NoTokenException}.
     */
    public static Credentials tokens(TokenSource source) {
        Objects.requireNonNull(source, "the source of tokens");
        return new Credentials("a source of tokens", doorway -> doorway.renewed(source));
    }

    /**
     * A user of IAM. The client logs in when it first needs to, keeps the token, and renews it 5 minutes before it ends and
     * after a 401. When IAM refuses the log-in (401, 403), calls fail with the same error for 5 minutes, so that a wrong password
     * does not lock the user out. Needs a region, or the address of IAM and a project.
     *
     * @param domain the name of the account
     * @param user the name of the user in it
     */
    public static Credentials password(String domain, String user, String password) {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        return new Credentials("user " + domain + "/" + user, doorway -> {
            Authorizer anonymous = new Anonymous(new Secrets(List.of(password)));
            HttpCaller iam = new HttpCaller(
                    doorway.transport(), required(doorway.iamUrl(), "iamUrl"), anonymous, doorway.settings());
            IamLogin login = new IamLogin(iam, required(doorway.project(), "project"), domain, user, password);
            return doorway.renewed(login);
        });
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("to log in with a password, set region or " + name);
        }
        return value;
    }

    /**
     * A permanent access key, with which every request is signed ({@code SDK-HMAC-SHA256}). Bodies of up to 12 MB can be
     * signed. The clock of this machine may differ from the service's by 15 minutes.
     *
     * @throws IllegalArgumentException when one of the keys has blanks, line ends or other than ASCII
     */
    public static Credentials accessKey(String accessKey, String secretKey) {
        return signed(accessKey, secretKey, null);
    }

    /**
     * A temporary access key, which comes with a security token.
     *
     * @throws IllegalArgumentException when one of the three has blanks, line ends or other than ASCII
     */
    public static Credentials temporaryAccessKey(String accessKey, String secretKey, String securityToken) {
        HeaderText.mustBeOneWord("the security token", securityToken);
        return signed(accessKey, secretKey, securityToken);
    }

    private static Credentials signed(String accessKey, String secretKey, @Nullable String securityToken) {
        HeaderText.mustBeOneWord("the access key", accessKey);
        HeaderText.mustBeOneWord("the secret key", secretKey);
        Signer signer = new Signer(accessKey, secretKey);
        return new Credentials(
                "access key " + accessKey,
                doorway -> new Signed(signer, securityToken, doorway.settings().time()));
    }

    /** @throws IllegalStateException when they need to know more than the doorway tells */
    Authorizer authorizer(Doorway doorway) {
        return authorizer.apply(doorway);
    }

    @Override
    public String toString() {
        return "Credentials[" + kind + "]";
    }
}
