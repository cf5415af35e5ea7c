package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.report.Difference;
import dev.fabrickit.conformance.report.PastReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares what two runs came to. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Fabrickit.Version.class,
        description = "Tells what changed from one report to another.",
        footer = {"", "Exit codes: 0 nothing got worse, 1 something did, 2 wrong usage."})
final class Diff implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "REPORT_A", description = "The earlier report: its folder or its YAML file.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "REPORT_B", description = "The later one.")
    private Path after = Path.of("");

    @Override
    public Integer call() {
        Difference difference = new Difference(read(before), read(after));
        difference.lines().forEach(System.out::println);
        return difference.isWorse() ? 1 : 0;
    }

    private static PastReport read(Path place) {
        try {
            return PastReport.read(place);
        } catch (IOException e) {
            throw new Complaint(Complaint.USAGE, e.getMessage());
        }
    }
}
