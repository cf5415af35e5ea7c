package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.report.Baseline;
import dev.fabrickit.conformance.requirement.Profile;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.requirement.Scope;
import dev.fabrickit.conformance.run.Means;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code fabrickit conform} is told. */
final class ConformOptions {
    /** Examples wait for the stub's clock more than they work: four keep two cores busy. */
    private static final int STUB_THREADS = 4;

    @Mixin
    private TargetOptions target = new TargetOptions();

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

    @Option(
            names = "--without",
            paramLabel = "CAPABILITY",
            split = ",",
            completionCandidates = Capabilities.class,
            description = "What the target lacks, of ${COMPLETION-CANDIDATES}; several with commas.")
    private Set<String> without = new TreeSet<>();

    @Option(names = "--tags", paramLabel = "EXPR", description = "Only examples with these Cucumber tags: @P1.4.")
    private @Nullable String tags;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Examples at a time: 4 for the embedded stub, one for a URL.")
    private @Nullable Integer threads;

    @Option(names = "--shuffle", paramLabel = "SEED", description = "In an order of its own for each seed.")
    private @Nullable Long seed;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "The report folder (${DEFAULT-VALUE}).")
    private Path report = Path.of("conformance-report");

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Known deviations: a YAML list of id and reason. One that passes now fails the run.")
    private @Nullable Path baseline;

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
     * Complains of what cannot be meant.
     *
     * @throws Complaint when an option is wrong
     */
    void requireSound() {
        Complaint.unless(!keep || target.isGiven(), "--keep is for a URL: the embedded stub ends with the run");
        Complaint.unless(
                enterpriseProjectId == null || enterpriseProjectId.matches("[a-zA-Z0-9-]{1,64}"),
                "--enterprise-project-id must be 1 to 64 letters, digits and hyphens");
        Complaint.unless(specCode == null || specCode.matches(".{1,64}"), "--spec-code must have 1 to 64 characters");
        Complaint.unless(
                modelPath == null || modelPath.matches("(?i)obs://.{2,1018}"),
                "--model-path must be a path like obs://bucket/folder/");
        Complaint.unless(
                readyTimeout == null
                        || readyTimeout.compareTo(Duration.ofSeconds(1)) >= 0
                                && readyTimeout.compareTo(Duration.ofDays(1)) <= 0,
                "--ready-timeout must be between 1s and 24h");
        Complaint.unless(isTagExpression(tags), "--tags cannot be read; an example: \"@P1.4 or @ST.1\"");
        Complaint.unless(threads == null || threads >= 1 && threads <= 64, "--threads must be between 1 and 64");
    }

    /** What {@code --help} says that a target may lack. */
    static final class Capabilities implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Requirements.load().capabilities().iterator();
        }
    }

    private static boolean isTagExpression(@Nullable String text) {
        try {
            TagExpressionParser.parse(text == null ? "" : text);
            return true;
        } catch (TagExpressionException e) {
            return false;
        }
    }

    TargetOptions target() {
        return target;
    }

    /**
     * What the account can use.
     *
     * @param prefix the run's own prefix for names
     */
    Means means(@Nullable String prefix) {
        return new Means(tutorialNames ? null : prefix, specCode, baseModelType, modelPath, enterpriseProjectId);
    }

    /**
     * Which requirements are asked for.
     *
     * @throws Complaint when a capability is named that no requirement needs
     */
    Scope scope(Requirements requirements) {
        for (String capability : without) {
            Complaint.unless(
                    requirements.capabilities().contains(capability),
                    "--without is " + capability + ", but must be one of " + requirements.capabilities());
        }
        return new Scope(profile(), Set.copyOf(without), tags);
    }

    /**
     * The deviations that are known.
     *
     * @throws Complaint when the file cannot be used
     */
    Baseline baseline(Requirements requirements) {
        if (baseline == null) {
            return Baseline.NONE;
        }
        try {
            Baseline known = Baseline.read(baseline);
            known.reasons()
                    .keySet()
                    .forEach(id -> Complaint.unless(
                            requirements.tagged("@" + id).isPresent(),
                            "--baseline is " + baseline + ", which names " + id
                                    + ", but there is no such requirement"));
            return known;
        } catch (IOException e) {
            throw new Complaint(
                    Complaint.USAGE, "--baseline is " + baseline + ", which cannot be used: " + e.getMessage());
        }
    }

    Profile profile() {
        return profile != null ? profile : target.isGiven() ? Profile.documented : Profile.full;
    }

    Duration readyTimeout(Duration otherwise) {
        return readyTimeout == null ? otherwise : readyTimeout;
    }

    int threads() {
        return threads != null ? threads : target.isGiven() ? 1 : STUB_THREADS;
    }

    Optional<Long> seed() {
        return Optional.ofNullable(seed);
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
