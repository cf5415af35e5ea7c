package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.run.Means;
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

    /** The service to judge; empty for the embedded stub. */
    Optional<Target> target() {
        if (region != null && baseUrl != null) {
            throw new Complaint(Complaint.USAGE, "--region and --base-url exclude each other");
        }
        String admin = region == null ? baseUrl : "https://fabric." + region + ".myhuaweicloud.com";
        if (admin == null) {
            if (epUrl != null) {
                throw new Complaint(Complaint.USAGE, "--ep-url needs --base-url beside it");
            }
            return Optional.empty();
        }
        if (token == null || token.isBlank()) {
            throw new Complaint(
                    Complaint.NOT_READY, "no credentials for " + admin + ": set FABRICKIT_TOKEN, or give --token");
        }
        String ep = region == null ? admin : "https://fabric-ep." + region + ".myhuaweicloud.com";
        return Optional.of(
                new Target(url("--base-url", admin), url("--ep-url", epUrl == null ? ep : epUrl), token.strip()));
    }

    private static URI url(String option, String text) {
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // The same complaint as for a URL of another kind.
        }
        throw new Complaint(
                Complaint.USAGE,
                option + " is " + text + ", but must be like https://fabric.cn-north-4.myhuaweicloud.com");
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
