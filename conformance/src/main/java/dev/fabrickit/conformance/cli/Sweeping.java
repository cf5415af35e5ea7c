package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.run.Belongings;
import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Sweep;
import dev.fabrickit.conformance.wire.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finishes what a run that was killed could not: deletes what it has left. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Fabrickit.Version.class,
        description = "Deletes what a killed run has left on a service, and nothing else.")
final class Sweeping implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Mixin
    private TargetOptions options = new TargetOptions();

    @Option(
            names = "--ready-timeout",
            paramLabel = "DURATION",
            defaultValue = "15m",
            description = "How long to wait for something to be gone (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(15);

    /** Whose things they are. */
    static final class Which {
        @Option(names = "--journal", paramLabel = "FILE", description = "The journal of the run, in its report folder.")
        private @Nullable Path journal;

        @Option(names = "--prefix", paramLabel = "P", description = "What the run's names begin with: fk-1a2b3c-.")
        private @Nullable String prefix;
    }

    @Override
    public Integer call() {
        Target target = options.target()
                .orElseThrow(() -> new Complaint(Complaint.USAGE, "sweep needs the service: --base-url or --region"));
        Belongings belongings = belongings();
        Complaint.unless(
                belongings.target().isEmpty() || belongings.target().equals(target.toString()),
                "the journal is of a run at " + belongings.target() + ", not at " + target);
        Console console = new Console(System.out, false, target::masked);
        Sweep.ClearUp done = new Sweep(belongings, target, timeout, console).sweep();
        console.line("Deleted " + done.deleted() + (done.deleted() == 1 ? " resource." : " resources."));
        done.left().forEach(resource -> console.line("left behind: " + resource));
        return done.left().isEmpty() ? 0 : 1;
    }

    private Belongings belongings() {
        if (which.prefix != null) {
            Complaint.unless(
                    which.prefix.matches("fk-[0-9a-f]{6}-"),
                    "--prefix must be the whole prefix of a run, like fk-1a2b3c-");
            return Belongings.of(which.prefix);
        }
        try {
            return Belongings.read(which.journal);
        } catch (IOException e) {
            throw new Complaint(
                    Complaint.USAGE, "--journal is " + which.journal + ", which cannot be read: " + e.getMessage());
        }
    }
}
