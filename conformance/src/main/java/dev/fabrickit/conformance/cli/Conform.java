package dev.fabrickit.conformance.cli;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fabrickit.conformance.ConformanceSuite;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.report.ReportFolder;
import dev.fabrickit.conformance.report.Verdict;
import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Ledgers;
import dev.fabrickit.conformance.run.Means;
import dev.fabrickit.conformance.run.Preflight;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import dev.fabrickit.conformance.wire.Target;
import io.cucumber.junit.platform.engine.Constants;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Replays the features against a service, or against the embedded stub. */
final class Conform {
    private static final Duration STUB_READY = Duration.ofSeconds(30);
    private static final Duration LIVE_READY = Duration.ofMinutes(15);

    private final ConformOptions options;
    private final Console console;

    Conform(ConformOptions options) {
        this.options = options;
        console = new Console(System.out, options.colours());
    }

    int run() {
        Optional<Target> target = options.target();
        ReportFolder report = reportFolder();
        // The contract takes about as long to read as the stub to start.
        CompletableFuture<Contract> contract = CompletableFuture.supplyAsync(this::contract);
        if (target.isPresent()) {
            return againstService(target.get(), contract.join(), report);
        }
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            return againstStub(stub, contract.join(), report);
        }
    }

    private ReportFolder reportFolder() {
        try {
            return ReportFolder.at(options.report());
        } catch (IOException e) {
            throw new Complaint(
                    Complaint.USAGE,
                    "the report folder " + options.report() + " cannot be written to (" + e.getMessage()
                            + "). Choose another with --report.");
        }
    }

    private Contract contract() {
        return options.profile() == ConformOptions.Profile.full ? Contract.full() : Contract.documented();
    }

    private int againstStub(EmbeddedStub stub, Contract contract, ReportFolder report) {
        console.line("The embedded stub at " + stub.uri() + ", profile " + options.profile());
        return judge(stub.target(), contract, options.means(null), options.readyTimeout(STUB_READY), report);
    }

    private int againstService(Target target, Contract contract, ReportFolder report) {
        Preflight.problemOf(target, contract).ifPresent(problem -> {
            throw new Complaint(Complaint.NOT_READY, problem);
        });
        Means means = options.means(ownPrefix());
        console.line("The service at " + target + ", profile " + options.profile());
        console.line("This run creates a workspace, an endpoint, a model and an inference service"
                + (means.prefix() == null ? " under the tutorial's names" : ", all named " + means.prefix() + "…")
                + ". " + (options.keep() ? "It deletes none of them (--keep)." : "It deletes them at its end.")
                + " The units of an endpoint and the tokens of an inference request may cost money.");
        return judge(target, contract, means, options.readyTimeout(LIVE_READY), report);
    }

    /** Names that no other run has, and that tell where they come from. */
    private static String ownPrefix() {
        byte[] random = new byte[3];
        ThreadLocalRandom.current().nextBytes(random);
        return "fk-" + HexFormat.of().formatHex(random) + "-";
    }

    private int judge(Target target, Contract contract, Means means, Duration readyTimeout, ReportFolder report) {
        Run run = new Run(target, contract, means, readyTimeout, options.keep(), console, new Ledgers());
        run.begin();
        Thread interruption = new Thread(() -> clearUp(run, report), "interruption");
        Runtime.getRuntime().addShutdownHook(interruption);
        Verdict verdict = new Verdict();
        LauncherFactory.create().execute(request(report), verdict);
        release(interruption);
        verdict.errors().forEach(error -> console.line("error: " + error));
        console.line(verdict.ran() == 0 ? "Nothing ran: no scenario was chosen." : verdict.toString());
        console.line("Report: " + report);
        return verdict.exitCode();
    }

    private static void release(Thread interruption) {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException e) {
            // The interruption came first; it is at work.
        }
    }

    private LauncherDiscoveryRequest request(ReportFolder report) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ConformanceSuite.class))
                .filters(EngineFilter.includeEngines("junit-platform-suite"))
                .configurationParameter(Constants.PLUGIN_PROPERTY_NAME, report.plugins());
        options.tags().ifPresent(tags -> request.configurationParameter(Constants.FILTER_TAGS_PROPERTY_NAME, tags));
        return request.build();
    }

    /** Runs while the JVM goes down: the run's own lines would only mix with these. */
    private void clearUp(Run run, ReportFolder report) {
        console.mute();
        Console last = new Console(System.out, false);
        last.line("");
        last.line("interrupted: clearing up, please wait");
        run.ledgers().abort().forEach(last::line);
        last.line("The reports are incomplete: " + report);
    }
}
