package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.report.ReportFolder;
import dev.fabrickit.conformance.report.Verdict;
import dev.fabrickit.conformance.requirement.Profile;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.requirement.Scope;
import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Means;
import dev.fabrickit.conformance.run.Preflight;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import dev.fabrickit.conformance.wire.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Replays the features against a service, or against the embedded stub. */
final class Conform {
    private static final Duration STUB_READY = Duration.ofSeconds(30);
    private static final Duration LIVE_READY = Duration.ofMinutes(15);

    private final ConformOptions options;
    private final Requirements requirements = Requirements.load();

    Conform(ConformOptions options) {
        this.options = options;
    }

    int run() {
        options.requireSound();
        Scope scope = options.scope(requirements);
        Optional<Target> target = options.target().target();
        ReportFolder report = reportFolder();
        // The contract takes about as long to read as the stub to start.
        CompletableFuture<Contract> contract = CompletableFuture.supplyAsync(this::contract);
        if (target.isPresent()) {
            return againstService(target.get(), contract.join(), scope, report);
        }
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            return againstStub(stub, contract.join(), scope, report);
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
        return options.profile() == Profile.full ? Contract.full() : Contract.documented();
    }

    private int againstStub(EmbeddedStub stub, Contract contract, Scope scope, ReportFolder report) {
        Target target = stub.target();
        Console console = console(target);
        console.line("The embedded stub at " + target + ", profile " + scope.profile());
        Duration readyTimeout = options.readyTimeout(STUB_READY);
        return judge(new Run(target, contract, options.means(null), readyTimeout, false, console), scope, report);
    }

    private int againstService(Target target, Contract contract, Scope scope, ReportFolder report) {
        Preflight.problemOf(target, contract).ifPresent(problem -> {
            throw new Complaint(Complaint.NOT_READY, problem);
        });
        Means means = options.means(ownPrefix());
        Console console = console(target);
        console.line("The service at " + target + ", profile " + scope.profile());
        console.line("This run creates a workspace, an endpoint, a model and an inference service"
                + (means.prefix() == null ? " under the tutorial's names" : ", all named " + means.prefix() + "…")
                + ". " + (options.keep() ? "It deletes none of them (--keep)." : "It deletes them at its end.")
                + " The units of an endpoint and the tokens of an inference request may cost money.");
        Duration readyTimeout = options.readyTimeout(LIVE_READY);
        return judge(new Run(target, contract, means, readyTimeout, options.keep(), console), scope, report);
    }

    private Console console(Target target) {
        return new Console(System.out, options.colours(), target::masked);
    }

    /** Names that no other run has, and that tell where they come from. */
    private static String ownPrefix() {
        byte[] random = new byte[3];
        ThreadLocalRandom.current().nextBytes(random);
        return "fk-" + HexFormat.of().formatHex(random) + "-";
    }

    private int judge(Run run, Scope scope, ReportFolder report) {
        run.begin();
        Thread interruption = new Thread(() -> clearUp(run, report), "interruption");
        Runtime.getRuntime().addShutdownHook(interruption);
        Verdict verdict = new Execution(requirements, scope, options.threads(), options.seed()).execute(run, report);
        release(interruption);
        Console console = run.console();
        verdict.errors().forEach(error -> console.line("error: " + error));
        console.line(verdict.isEmpty() ? "Nothing ran: no example was chosen." : verdict.toString());
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

    /** Runs while the JVM goes down: the run's own lines would only mix with these. */
    private static void clearUp(Run run, ReportFolder report) {
        run.console().mute();
        Console last = new Console(System.out, false, run.target()::masked);
        last.line("");
        last.line("interrupted: clearing up, please wait");
        run.ledgers().abort().forEach(last::line);
        last.line("The reports are incomplete: " + report);
    }
}
