package dev.fabrickit.client.wrong;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection, from the server's side. */
public final class Wire {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final int BREATH = 5;

    private final Socket socket;

    Wire(Socket socket) {
        this.socket = socket;
    }

    /** Reads a request whole, and gives its head. */
    public String request() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request came");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.UTF_8);
        Matcher length = LENGTH.matcher(text);
        if (length.find()) {
            in.readNBytes(Integer.parseInt(length.group(1)));
        }
        return text;
    }

    /** Writes text in UTF-8. */
    public Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes. */
    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Writes an answer whose head is right, and that closes the connection. */
    public Wire answer(int status, String mediaType, String body) throws IOException {
        return answer(status, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes an answer whose head is right, and that closes the connection. */
    public Wire answer(int status, String mediaType, byte[] body) throws IOException {
        return send("HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\nContent-Type: " + mediaType
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .send(body);
    }

    /** Begins a good stream of chunked events. */
    public Wire beginStream() throws IOException {
        return send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    /** Writes a piece of a chunked body. */
    public Wire piece(String text) throws IOException {
        return piece(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a piece of a chunked body. */
    public Wire piece(byte[] bytes) throws IOException {
        return send(Integer.toHexString(bytes.length) + "\r\n").send(bytes).send("\r\n");
    }

    /** Writes an event with the given data. */
    public Wire event(String data) throws IOException {
        return piece("data: " + data + "\n\n");
    }

    /** Writes a good chunk of an answer. */
    public Wire chunk(String text) throws IOException {
        return event("{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                + "[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}");
    }

    /** Ends a chunked body. */
    public Wire endBody() throws IOException {
        return send("0\r\n\r\n");
    }

    /** Closes the connection in the middle, without the handshake of TCP. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Keeps the connection until the client gives it up. */
    public void keepOpen() throws IOException {
        while (!clientLeft()) {
            socket.getOutputStream().flush();
        }
    }

    /** Sends the same over and over, a few milliseconds apart, until the client gives the connection up. */
    public void drip(String text) throws IOException {
        while (!clientLeft()) {
            send(text);
        }
    }

    /** Sends the same as fast as it can, until the client gives the connection up. */
    public void flood(byte[] bytes) throws IOException {
        for (int sent = 0; sent < 1_000_000; sent++) {
            send(bytes);
        }
    }

    private boolean clientLeft() throws IOException {
        socket.setSoTimeout(BREATH);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        }
    }
}
