package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.run.Means;
import dev.fabrickit.conformance.wire.Credentials;
import dev.fabrickit.conformance.wire.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code fabrickit conform} is told. */
final class ConformOptions {
    /** Which requirements the target is held to. */
    enum Profile {
        documented,
        full
    }

    @Option(names = "--base-url", paramLabel = "URL", description = "The service; without it the embedded stub.")
    private @Nullable String baseUrl;

    @Option(names = "--ep-url", paramLabel = "URL", description = "Its ep host, when it is not the same.")
    private @Nullable String epUrl;

    @Option(names = "--region", paramLabel = "R", description = "Both hosts of the cloud's region R.")
    private @Nullable String region;

    @Option(
            names = "--token",
            paramLabel = "T",
            defaultValue = "${env:FABRICKIT_TOKEN}",
            description = "The token to send, or FABRICKIT_TOKEN.")
    private @Nullable String token;

    @Option(names = "--spec-code", paramLabel = "C", description = "A spec of units that the account can use.")
    private @Nullable String specCode;

    @Option(names = "--base-model-type", paramLabel = "T", description = "A base model that the account can use.")
    private @Nullable String baseModelType;

    @Option(names = "--model-path", paramLabel = "P", description = "An OBS folder with weights.")
    private @Nullable String modelPath;

    @Option(names = "--enterprise-project-id", paramLabel = "E", description = "The enterprise project that pays.")
    private @Nullable String enterpriseProjectId;

    @Option(
            names = "--profile",
            paramLabel = "documented|full",
            description = "What the target is held to: documented for a URL, full for the embedded stub.")
    private @Nullable Profile profile;

    @Option(names = "--tags", paramLabel = "EXPR", description = "Only scenarios with these Cucumber tags.")
    private @Nullable String tags;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "The report folder (${DEFAULT-VALUE}).")
    private Path report = Path.of("conformance-report");

    @Option(
            names = "--ready-timeout",
            paramLabel = "DURATION",
            description = "How long to wait for an endpoint or service: 90s, 20m (15m for a URL).")
    private @Nullable Duration readyTimeout;

    @Option(names = "--tutorial-names", description = "The tutorial's names at a URL, too.")
    private boolean tutorialNames;

    @Option(names = "--keep", description = "Delete nothing at the end.")
    private boolean keep;

    @Option(names = "--plain", description = "No colours.")
    private boolean plain;

    /**
     * The service to judge; empty for the embedded stub.
     *
     * @throws Complaint when an option is wrong
     */
    Optional<Target> target() {
        requireSound();
        String admin = region == null ? baseUrl : "https://fabric." + region + ".myhuaweicloud.com";
        if (admin == null) {
            return Optional.empty();
        }
        if (token == null || token.isBlank()) {
            throw new Complaint(
                    Complaint.NOT_READY, "no credentials for " + admin + ": set FABRICKIT_TOKEN, or give --token");
        }
        String ep = region == null ? admin : "https://fabric-ep." + region + ".myhuaweicloud.com";
        return Optional.of(new Target(
                url("--base-url", admin),
                url("--ep-url", epUrl == null ? ep : epUrl),
                Credentials.ofToken(token.strip()),
                null));
    }

    private void requireSound() {
        require(region == null || baseUrl == null, "--region and --base-url exclude each other");
        require(region == null || region.matches("[a-z0-9-]+"), "--region must be a name like cn-north-4");
        require(epUrl == null || baseUrl != null, "--ep-url needs --base-url beside it");
        require(!keep || baseUrl != null || region != null, "--keep is for a URL: the embedded stub ends with the run");
        require(
                token == null || token.isBlank() || token.strip().matches("[!-~]+"),
                "the token must be printable ASCII without blanks or line ends");
        require(
                enterpriseProjectId == null || enterpriseProjectId.matches("[a-zA-Z0-9-]{1,64}"),
                "--enterprise-project-id must be 1 to 64 letters, digits and hyphens");
        require(specCode == null || specCode.matches(".{1,64}"), "--spec-code must have 1 to 64 characters");
        require(
                modelPath == null || modelPath.matches("(?i)obs://.{2,1018}"),
                "--model-path must be a path like obs://bucket/folder/");
        require(
                readyTimeout == null
                        || readyTimeout.compareTo(Duration.ofSeconds(1)) >= 0
                                && readyTimeout.compareTo(Duration.ofDays(1)) <= 0,
                "--ready-timeout must be between 1s and 24h");
    }

    private static void require(boolean sound, String otherwise) {
        if (!sound) {
            throw new Complaint(Complaint.USAGE, otherwise);
        }
    }

    private static URI url(String option, String text) {
        try {
            URI url = URI.create(text.replaceAll("/+$", ""));
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // The same complaint as for a URL of another kind.
        }
        // The text is not repeated: there may be a password in it.
        throw new Complaint(
                Complaint.USAGE,
                option + " must be a URL like https://fabric.cn-north-4.myhuaweicloud.com, without user or query");
    }

    /**
     * What the account can use.
     *
     * @param prefix the run's own prefix for names
     */
    Means means(@Nullable String prefix) {
        return new Means(tutorialNames ? null : prefix, specCode, baseModelType, modelPath, enterpriseProjectId);
    }

    Profile profile() {
        return profile != null ? profile : target().isPresent() ? Profile.documented : Profile.full;
    }

    Duration readyTimeout(Duration otherwise) {
        return readyTimeout == null ? otherwise : readyTimeout;
    }

    Optional<String> tags() {
        return Optional.ofNullable(tags);
    }

    Path report() {
        return report;
    }

    boolean keep() {
        return keep;
    }

    boolean colours() {
        return !plain && System.console() != null;
    }
}
