package dev.fabrickit.conformance.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Without a command it conforms. */
@Command(
        name = "fabrickit",
        mixinStandardHelpOptions = true,
        versionProvider = Fabrickit.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description =
                "Replays the five steps of DataArts Fabric inference, against the embedded stub or a live service.",
        footer = {"", "Exit codes: 0 conforms, 1 does not, 2 wrong usage or our fault, 3 the target is not ready."})
public final class Fabrickit implements Callable<Integer> {
    private static final List<String> LATER_COMMANDS = List.of("gallery", "verify");

    @Mixin
    private ConformOptions options = new ConformOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private Fabrickit() {}

    /** Runs the program and returns its exit code. */
    public static int run(String... args) {
        CommandLine root = commandLine();
        CommandLine conform = commandLine();
        conform.getCommandSpec().name("conform");
        root.addSubcommand(conform);
        root.addSubcommand(new Serve());
        root.addSubcommand(new Sweeping());
        root.addSubcommand(new Diff());
        LATER_COMMANDS.forEach(name -> root.addSubcommand(name, later(name)));
        root.registerConverter(Duration.class, Fabrickit::duration);
        root.setParameterExceptionHandler((wrong, given) -> complain(wrong));
        root.setExecutionExceptionHandler((failure, command, parsed) -> complain(failure));
        return root.execute(args);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Fabrickit());
    }

    private static CommandSpec later(String name) {
        Callable<Integer> refusal = () -> {
            throw new Complaint(Complaint.USAGE, name + " is not available in this version");
        };
        CommandSpec spec = CommandSpec.wrapWithoutInspection(refusal);
        spec.usageMessage().hidden(true);
        spec.parser().unmatchedArgumentsAllowed(true);
        return spec;
    }

    @Override
    public Integer call() {
        CommandLine above = Objects.requireNonNull(spec).commandLine().getParent();
        if (above != null && !above.getParseResult().matchedOptions().isEmpty()) {
            throw new ParameterException(above, "options of conform stand after it, not before");
        }
        return new Conform(options).run();
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not a duration like 90s or 20m");
        }
    }

    private static int complain(ParameterException wrong) {
        String message = wrong.getMessage();
        System.err.println("fabrickit: " + message);
        if (!UnmatchedArgumentException.printSuggestions(wrong, System.err)) {
            System.err.println("fabrickit --help lists what there is.");
        }
        return Complaint.USAGE;
    }

    private static int complain(Exception failure) {
        if (failure instanceof Complaint complaint) {
            System.err.println("fabrickit: " + complaint.getMessage());
            return complaint.exitCode();
        }
        System.err.println("fabrickit: this should not have happened:");
        failure.printStackTrace();
        return Complaint.USAGE;
    }

    static String version() {
        String version = Fabrickit.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"fabrickit " + version()};
        }
    }
}
