package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.preflight.Preflight;
import dev.fabrickit.conformance.report.ReportFolder;
import dev.fabrickit.conformance.report.Verdict;
import dev.fabrickit.conformance.requirement.Profile;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.run.Belongings;
import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Journal;
import dev.fabrickit.conformance.run.Means;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.run.Sweep;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import dev.fabrickit.conformance.wire.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Execution execution;

    Conform(ConformOptions options) {
        options.requireSound();
        this.options = options;
        Requirements requirements = Requirements.load();
        execution = new Execution(
                requirements,
                options.scope(requirements),
                options.baseline(requirements),
                options.threads(),
                options.seed());
    }

    int run() {
        Optional<Target> target = options.target().target();
        ReportFolder report = reportFolder();
        // The contract takes about as long to read as the stub to start.
        CompletableFuture<Contract> contract = CompletableFuture.supplyAsync(this::contract);
        if (target.isPresent()) {
            return againstService(target.get(), contract.join(), report);
        }
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            return againstStub(stub.target(), contract.join(), report);
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

    private int againstStub(Target target, Contract contract, ReportFolder report) {
        Console console = console(target);
        console.line("The embedded stub at " + target + ", profile " + options.profile());
        Duration readyTimeout = options.readyTimeout(STUB_READY);
        return judge(new Run(target, contract, options.means(null), readyTimeout, false, console), report);
    }

    private int againstService(Target target, Contract contract, ReportFolder report) {
        Means means = options.means(ownPrefix());
        new Preflight(target, contract, means).problem().ifPresent(problem -> {
            throw new Complaint(Complaint.NOT_READY, target.masked(problem));
        });
        Console console = console(target);
        console.line("The service at " + target + ", profile " + options.profile());
        console.line("This run creates workspaces, endpoints, models and inference services"
                + (means.prefix() == null ? " under the tutorial's names" : ", all named " + means.prefix() + "…")
                + ". " + (options.keep() ? "It deletes none of them (--keep)." : "It deletes them at its end.")
                + " The units of endpoints and the tokens of inference requests may cost money.");
        Duration readyTimeout = options.readyTimeout(LIVE_READY);
        String prefix = means.prefix() == null ? "" : means.prefix();
        try (Journal journal = report.journal(prefix, target)) {
            console.line("Should it be killed, fabrickit sweep --journal " + journal.file() + " deletes what is left.");
            Run run = new Run(target, contract, means, readyTimeout, options.keep(), console, journal);
            int exitCode = judge(run, report);
            if (options.keep() || !isClear(run, journal)) {
                console.line("What is left is in " + journal.file());
            } else {
                discard(journal);
            }
            return exitCode;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing is left, once what may have been created without an answer has been looked for. */
    private static boolean isClear(Run run, Journal journal) throws IOException {
        Belongings belongings = Belongings.read(journal.file());
        if (belongings.unanswered() == 0 || run.target().lapse().isPresent()) {
            return !run.ledgers().hasLeft();
        }
        Sweep.ClearUp done = new Sweep(belongings, run.target(), run.readyTimeout(), run.console()).sweep();
        run.console().line("Creations without an answer: " + belongings.unanswered() + ", deleted " + done.deleted());
        done.left().forEach(resource -> run.console().line("left behind: " + resource));
        return done.left().isEmpty();
    }

    private static void discard(Journal journal) {
        try {
            journal.discard();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Console console(Target target) {
        Console console = new Console(System.out, options.colours(), target::masked);
        target.tellWaits(
                wait -> console.aside("      the service asks for patience: waiting " + wait.toSeconds() + " s"));
        return console;
    }

    /** Names that no other run has, and that tell where they come from. */
    private static String ownPrefix() {
        byte[] random = new byte[3];
        ThreadLocalRandom.current().nextBytes(random);
        return "fk-" + HexFormat.of().formatHex(random) + "-";
    }

    private int judge(Run run, ReportFolder report) {
        run.begin();
        Thread interruption = new Thread(() -> clearUp(run, report), "interruption");
        Runtime.getRuntime().addShutdownHook(interruption);
        Verdict verdict = execution.execute(run, report);
        release(interruption);
        Console console = run.console();
        verdict.lapse().ifPresent(reason -> console.line("fabrickit: not asked to the end: " + reason));
        verdict.errors().forEach(error -> console.line("error: " + error));
        verdict.stale()
                .forEach(finding ->
                        console.line(finding.requirement().id() + " is in the baseline, but passes now: take it out."));
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
        if (run.journal() instanceof Journal journal) {
            if (!run.keep() && !run.ledgers().hasLeft() && allAnswered(journal)) {
                discard(journal);
            } else {
                last.line("What is left is in " + journal.file());
            }
        }
        last.line("There is no summary of an interrupted run; its other reports, in "
                + report.path().toAbsolutePath().normalize() + ", are incomplete.");
    }

    private static boolean allAnswered(Journal journal) {
        try {
            return Belongings.read(journal.file()).unanswered() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
