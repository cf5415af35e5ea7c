package dev.fabrickit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A stub in a process of its own. */
final class StubProcess implements AutoCloseable {
    private final Process process;
    private final URI uri;

    private StubProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static StubProcess start(Map<String, ?> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("the process ended before it answered");
            }
            return new StubProcess(process, URI.create(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sender sender() {
        return new Sender(uri, Stub.DEVELOPMENT_TOKEN);
    }

    /** Ends it as {@code kill -9} does: it gets no chance to finish anything. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process cannot be killed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** What runs in the other process, until this one closes its input, at the latest by its end. */
    static final class Main {
        private Main() {}

        public static void main(String... settings) throws IOException {
            Map<String, Object> all = new java.util.HashMap<>();
            for (String setting : settings) {
                all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
            }
            try (Stub stub = Stub.start(all)) {
                System.out.println(stub.uri());
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }
}
