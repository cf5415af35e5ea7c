package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.wire.Login;
import dev.fabrickit.conformance.wire.Transport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who gets tokens from IAM, for a run that outlives one. */
final class UserOptions {
    private static final String PASSWORD = "FABRICKIT_PASSWORD";

    @Option(
            names = "--user",
            paramLabel = "U",
            description = "A user of IAM, whose tokens are renewed; the password is taken from " + PASSWORD + " only.")
    private @Nullable String user;

    @Option(names = "--domain", paramLabel = "D", description = "The account that the user belongs to.")
    private @Nullable String domain;

    @Option(names = "--project", paramLabel = "P", description = "What the tokens are for: the region's by default.")
    private @Nullable String project;

    @Option(names = "--iam-url", paramLabel = "URL", description = "Where IAM is: the region's by default.")
    private @Nullable String iamUrl;

    boolean isGiven() {
        return user != null;
    }

    /**
     * Who logs in, if anybody does.
     *
     * @throws Complaint when an option is wrong, or there is no password
     */
    Optional<Login> login(@Nullable String region, Transport transport) {
        if (user == null) {
            Complaint.unless(
                    domain == null && project == null && iamUrl == null,
                    "--domain, --project and --iam-url need --user beside them");
            return Optional.empty();
        }
        String scope = project == null ? region : project;
        String iam = iamUrl == null && region != null ? "https://iam." + region + ".myhuaweicloud.com" : iamUrl;
        if (domain == null || scope == null || iam == null) {
            throw new Complaint(
                    Complaint.USAGE, "--user needs --domain, and --project and --iam-url unless there is a --region");
        }
        String password = System.getenv(PASSWORD);
        if (password == null || password.isEmpty()) {
            throw new Complaint(Complaint.NOT_READY, "no password for the user " + user + ": set " + PASSWORD);
        }
        return Optional.of(new Login(TargetOptions.url("--iam-url", iam), domain, user, password, scope, transport));
    }
}
