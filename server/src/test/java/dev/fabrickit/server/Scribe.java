package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes models into one workspace, one request after another, and knows which of them were answered. */
final class Scribe {
    /** They fit on one page of a list. */
    private static final int MOST = 60;

    private final String workspace;
    private final Random random;
    private final Map<String, String> descriptions = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private int written;

    /** What the request that got no answer was about; null when there is none. */
    private @Nullable String doubted;

    /** What its description is if that request was carried out; null if it is gone then. */
    private @Nullable String described;

    Scribe(String workspace, long seed) {
        this.workspace = workspace;
        this.random = new Random(seed);
    }

    /** Writes until nobody answers any more. */
    void write(Sender sender, Runnable whenAnswered) {
        Sandbox box = new Sandbox(sender, workspace);
        try {
            for (int i = 0; i < 100_000; i++) {
                writeOnce(box);
                whenAnswered.run();
            }
        } catch (UncheckedIOException e) {
            assertThat(doubted).as("what was being written").isNotNull();
        }
    }

    private void writeOnce(Sandbox box) {
        String text = "text " + ++written;
        int choice = descriptions.size() < 5 ? 0 : descriptions.size() < MOST ? random.nextInt(4) : 3;
        if (choice < 2) {
            String name = "model-" + written;
            attempt(name, text);
            Map<String, Object> model =
                    Map.of("name", name, "type", "LLM_MODEL", "description", text, "version", Map.of("name", "v-00"));
            ids.put(name, box.sender().post(box.models(), model).id());
        } else if (choice == 2) {
            attempt(any(), text);
            box.sender()
                    .put(box.model(ids.get(doubted)), Map.of("description", text))
                    .mustBe(200);
        } else {
            attempt(any(), null);
            box.sender().delete(box.model(ids.get(doubted))).mustBe(200);
        }
        settle();
    }

    private String any() {
        List<String> names = new ArrayList<>(descriptions.keySet());
        return names.get(random.nextInt(names.size()));
    }

    private void attempt(String name, @Nullable String text) {
        doubted = name;
        described = text;
    }

    private void settle() {
        if (described == null) {
            descriptions.remove(doubted);
        } else {
            descriptions.put(doubted, described);
        }
        doubted = null;
    }

    /** All that was answered is there, what was not answered is or is not, and there is nothing else. */
    void check(Sender sender) {
        Map<String, String> found = new HashMap<>();
        Sandbox box = new Sandbox(sender, workspace);
        for (JsonNode model : box.contents(box.models() + "?limit=100")) {
            String name = model.get("name").textValue();
            assertThat(found.put(name, model.get("description").textValue()))
                    .as(name)
                    .isNull();
            ids.put(name, model.get("id").textValue());
        }
        if (!found.equals(descriptions) && doubted != null) {
            settle();
        }
        doubted = null;
        assertThat(found).isEqualTo(descriptions);
    }

    int size() {
        return descriptions.size();
    }
}
