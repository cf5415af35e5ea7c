package dev.fabrickit.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An example of a streamed answer as it is on the wire; one whose file is named for an error fails on its way. */
record EventStream(String file, String text, JsonNode terms) {

    List<String> errors(Schemas schemas) {
        if (!text.matches("(data: [^\\n]+\\n\\n)+")) {
            return List.of(file + ": every event must be one line of data and an empty line");
        }
        List<String> events = text.lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceFirst("^data: ", ""))
                .toList();
        String last = events.get(events.size() - 1);
        List<String> errors = new ArrayList<>();
        if (file.endsWith("Error.txt")) {
            errors.addAll(schemas.errors(pointer("error"), file, Schemas.parse(last)));
        } else if (!last.equals(terms.path("end").asText())) {
            errors.add(file + ": must end with " + terms.path("end"));
        }
        Set<List<JsonNode>> identities = new HashSet<>();
        for (String event : events.subList(0, events.size() - 1)) {
            JsonNode chunk = Schemas.parse(event);
            errors.addAll(schemas.errors(pointer("data"), file, chunk));
            identities.add(List.of(chunk.path("id"), chunk.path("created"), chunk.path("model")));
        }
        if (identities.size() != 1) {
            errors.add(file + ": must bear one id, created and model throughout");
        }
        return errors;
    }

    private String pointer(String term) {
        return terms.path(term).asText().replaceFirst("^#", "");
    }
}
