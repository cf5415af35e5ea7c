package dev.fabrickit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Invokes and leaves at a moment of its own, in a manner of its own: in its request, in the queue, or in the answer. */
final class Passerby {
    private static final int LONGEST_STAY = 40;

    private final Random mood;
    private final Stub stub;
    private final String path;

    Passerby(long seed, Stub stub, String path) {
        this.mood = new Random(seed);
        this.stub = stub;
        this.path = path;
    }

    /** How many lines it got to read. */
    int visit() {
        try (Socket socket = new Socket(stub.uri().getHost(), stub.uri().getPort())) {
            socket.setSoTimeout(20_000);
            byte[] request = request(mood.nextInt(4) > 0);
            boolean whole = mood.nextInt(10) > 0;
            OutputStream out = socket.getOutputStream();
            out.write(request, 0, whole ? request.length : mood.nextInt(request.length));
            out.flush();
            int stay = whole ? mood.nextInt(LONGEST_STAY) : 0;
            int read = read(socket, stay);
            // A reset instead of an orderly end.
            socket.setSoLinger(mood.nextBoolean(), 0);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int read(Socket socket, int lines) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        int read = 0;
        while (read < lines && reader.readLine() != null) {
            read++;
        }
        return read;
    }

    private byte[] request(boolean streamed) {
        String body =
                Example.tutorial("invokeModelService").put("stream", streamed).toString();
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Auth-Token: " + stub.token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
