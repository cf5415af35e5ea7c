package dev.fabrickit.conformance.gallery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a stub and frames its answers otherwise. What is said stays as it is, to the byte. */
final class Relay implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket door;
    private final URI stub;
    private final Framing framing;

    private Relay(ServerSocket door, URI stub, Framing framing) {
        this.door = door;
        this.stub = stub;
        this.framing = framing;
    }

    static Relay start(URI stub, Framing framing) {
        try {
            Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), stub, framing);
            relay.threads.execute(relay::open);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** One request for each connection. */
    private void serve(Socket caller) {
        try (caller;
                Socket server = new Socket(stub.getHost(), stub.getPort())) {
            caller.setTcpNoDelay(true);
            InputStream asked = new BufferedInputStream(caller.getInputStream());
            List<String> request = head(asked);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (String line : request) {
                whole.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            whole.writeBytes("Connection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            whole.writeBytes(asked.readNBytes(Integer.parseInt(header(request, "content-length", "0"))));
            threads.execute(() -> send(whole.toByteArray(), server));
            answer(new BufferedInputStream(server.getInputStream()), caller.getOutputStream());
        } catch (IOException e) {
            // Whoever left first: nothing is left to relay.
        }
    }

    private static void send(byte[] request, Socket server) {
        try {
            server.getOutputStream().write(request);
        } catch (IOException e) {
            // It has answered already.
        }
    }

    private void answer(InputStream from, OutputStream to) throws IOException {
        List<String> head = head(from);
        StringBuilder out = new StringBuilder(head.get(0)).append("\r\n");
        head.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                        + line.substring(line.indexOf(':')))
                .filter(line -> !line.matches("(content-length|transfer-encoding|connection):.*"))
                .forEach(line -> out.append(line).append("\r\n"));
        out.append("connection: close\r\n");
        out.append(framing == Framing.UNTIL_THE_END ? "\r\n" : "transfer-encoding: chunked\r\n\r\n");
        to.write(out.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (header(head, "transfer-encoding", "").equals("chunked")) {
            for (int size = size(from); size > 0; size = size(from)) {
                write(from.readNBytes(size), to);
                line(from);
            }
        } else {
            write(from.readNBytes(Integer.parseInt(header(head, "content-length", "0"))), to);
        }
        to.write((framing == Framing.UNTIL_THE_END ? "" : "0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int size(InputStream from) throws IOException {
        return Integer.parseInt(line(from), 16);
    }

    private void write(byte[] bytes, OutputStream to) throws IOException {
        for (byte one : bytes) {
            to.write(
                    framing == Framing.UNTIL_THE_END
                            ? new byte[] {one}
                            : new byte[] {'1', '\r', '\n', one, '\r', '\n'});
        }
    }

    private static String header(List<String> head, String name, String otherwise) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }

    /** The lines before the empty one, without what is about the connection. */
    private static List<String> head(InputStream from) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            if (!line.toLowerCase(Locale.ROOT).startsWith("connection:")) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
