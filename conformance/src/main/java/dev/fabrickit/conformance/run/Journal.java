package dev.fabrickit.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.conformance.run.Note.Event;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Notary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Notes in a file what a run is about to create, what it has created and what it has deleted: each note is on the disk before
 * the run goes on, so that {@link Sweep} can finish what a killed run could not.
 */
public final class Journal implements Notary, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel out;

    /**
     * Begins a journal.
     *
     * @param prefix what the names of the run begin with
     * @param target where it creates
     */
    public Journal(Path file, String prefix, String target) throws IOException {
        this.file = file;
        out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        write(new JournalHead(prefix, target));
    }

    public Path file() {
        return file;
    }

    @Override
    public void before(Call call) {
        creation(call).ifPresent(this::write);
    }

    @Override
    public void after(Call call, Answer answer) {
        String id = answer.body().path("id").asText();
        // Whatever bears an id is there and must go again, be the answer right or wrong.
        creation(call)
                .map(note -> id.isEmpty()
                        ? note.as(answer.status() / 100 == 4 ? Event.REFUSED : Event.INTENDED)
                        : note.withId(id).as(Event.CREATED))
                .filter(note -> note.event() != Event.INTENDED)
                .ifPresent(this::write);
        if (answer.status() / 100 == 2 || answer.isMissing()) {
            deletion(call).ifPresent(this::write);
        }
    }

    private static Optional<Note> creation(Call call) {
        return Kind.createdBy(call.operationId())
                .map(kind -> new Note(
                        Event.INTENDED, kind, call.path().get(Kind.WORKSPACE.parameter()), null, nameIn(call)));
    }

    private static Optional<Note> deletion(Call call) {
        return Kind.deletedBy(call.operationId()).map(kind -> {
            String id = call.path().get(kind.parameter());
            return new Note(Event.DELETED, kind, call.path().get(Kind.WORKSPACE.parameter()), id, null);
        });
    }

    /** Null when the body has none that can be read: then nothing can come of it either. */
    private static String nameIn(Call call) {
        try {
            JsonNode body = JSON.readTree(call.body() == null ? new byte[0] : call.body());
            return body.path("name").textValue();
        } catch (IOException e) {
            return null;
        }
    }

    private synchronized void write(Object note) {
        try {
            out.write(ByteBuffer.wrap((JSON.writeValueAsString(note) + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be written to", e);
        }
    }

    /** Ends the journal of a run that has left nothing. */
    public synchronized void discard() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
