package dev.fabrickit.conformance.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.conformance.run.Note.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What belongs to a run, so far as its journal or its prefix tells. Everything else is somebody else's.
 *
 * @param prefix what the names of the run begin with; empty when no name can be told from others
 * @param target where it created; empty when unknown
 * @param created what is known to have been created and not to be deleted, in that order
 * @param intended the names that it meant to create, by workspace
 * @param unanswered how many of these got no answer that tells whether they were
 */
public record Belongings(
        String prefix, String target, List<Resource> created, Map<String, Set<String>> intended, int unanswered) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that bears a prefix. */
    public static Belongings of(String prefix) {
        return new Belongings(prefix, "", List.of(), Map.of(), 0);
    }

    /**
     * Reads a journal. Its last line may be cut.
     *
     * @throws IOException when it is no journal, or cannot be read
     */
    public static Belongings read(Path journal) throws IOException {
        List<String> lines = Files.readAllLines(journal);
        try {
            JournalHead head = JSON.readValue(lines.isEmpty() ? "" : lines.get(0), JournalHead.class);
            Map<String, Resource> created = new LinkedHashMap<>();
            Map<String, Set<String>> intended = new LinkedHashMap<>();
            int unanswered = 0;
            for (int i = 1; i < lines.size(); i++) {
                if (i < lines.size() - 1 || lines.get(i).endsWith("}")) {
                    Note note = JSON.readValue(lines.get(i), Note.class);
                    take(note, created, intended);
                    unanswered += note.event().unanswered();
                }
            }
            return new Belongings(
                    head.prefix(), head.target(), new ArrayList<>(created.values()), intended, unanswered);
        } catch (JsonProcessingException e) {
            throw new IOException("it is no journal of a run", e);
        }
    }

    private static void take(Note note, Map<String, Resource> created, Map<String, Set<String>> intended) {
        String id = note.id();
        String workspace = note.workspace() == null ? "" : note.workspace();
        if (note.event() == Event.CREATED && id != null) {
            created.put(id, new Resource(note.kind(), workspace, id));
        } else if (note.event() == Event.DELETED
                && id != null
                && note.kind().show().isEmpty()) {
            // Only what goes at once is surely gone.
            created.remove(id);
        } else if (note.event() == Event.INTENDED && note.name() != null) {
            intended.computeIfAbsent(workspace, any -> new HashSet<>()).add(note.name());
        }
    }

    /**
     * Whether something found on the service is the run's.
     *
     * @param inOwnWorkspace whether the run has made the workspace it is in
     */
    boolean include(Resource found, String name, boolean inOwnWorkspace) {
        boolean bearsPrefix = !prefix.isEmpty() && name.startsWith(prefix);
        boolean wasIntended = inOwnWorkspace
                && intended.getOrDefault(found.workspaceId(), Set.of()).contains(name);
        return bearsPrefix || wasIntended || created.contains(found);
    }
}
