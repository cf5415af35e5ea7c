package dev.fabrickit.server.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The process that sends requests. */
final class LoadProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedReader reports;
    private final Writer orders;

    private LoadProcess(Process process) {
        this.process = process;
        this.reports = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static LoadProcess start() {
        List<String> command = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Load.class.getName());
        try {
            return new LoadProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Report carryOut(Order order) {
        try {
            orders.write(JSON.writeValueAsString(order) + "\n");
            orders.flush();
            String report = reports.readLine();
            if (report == null) {
                throw new IllegalStateException("the process that sends requests has ended");
            }
            return JSON.readValue(report, Report.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompletableFuture<Report> begin(Order order) {
        return CompletableFuture.supplyAsync(() -> carryOut(order));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
