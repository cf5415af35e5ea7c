package dev.fabrickit.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Target;
import dev.fabrickit.conformance.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deletes what a run has left behind, and nothing else. */
public final class Sweep {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;
    private static final List<Kind> INSIDE_FIRST = List.of(Kind.SERVICE, Kind.ENDPOINT, Kind.MODEL);

    private final Belongings belongings;
    private final Wire wire;
    private final Removal removal;
    private final List<String> left = new ArrayList<>();
    private int deleted;

    public Sweep(Belongings belongings, Target target, Duration timeout, Console console) {
        this.belongings = belongings;
        wire = new Wire(target, Contract.documented(), exchange -> {});
        removal = new Removal(wire, new Eventually(wire, timeout, console));
    }

    /** Deletes all of it, the inside of workspaces first, and awaits that it is gone. */
    public ClearUp sweep() {
        Set<Resource> workspaces = new LinkedHashSet<>();
        belongings.created().stream()
                .filter(resource -> resource.kind() == Kind.WORKSPACE)
                .forEach(workspaces::add);
        found(Kind.WORKSPACE, "", false).forEach(workspaces::add);
        Set<String> elsewhere = new LinkedHashSet<>();
        belongings.created().forEach(resource -> elsewhere.add(resource.workspaceId()));
        workspaces.forEach(workspace -> elsewhere.add(workspace.id()));
        for (String workspace : elsewhere) {
            boolean own = workspaces.stream().anyMatch(known -> known.id().equals(workspace));
            INSIDE_FIRST.forEach(kind -> found(kind, workspace, own).forEach(this::delete));
        }
        workspaces.forEach(this::delete);
        return new ClearUp(deleted, List.copyOf(left));
    }

    /** What of the run there is of a kind. */
    private List<Resource> found(Kind kind, String workspace, boolean own) {
        Map<Resource, String> names = new LinkedHashMap<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Call list = Call.of(kind.listing().operation())
                    .with("limit", Integer.toString(PAGE))
                    .with("offset", Integer.toString(page * PAGE));
            Answer answer = wire.ask(kind == Kind.WORKSPACE ? list : list.in(Kind.WORKSPACE.parameter(), workspace));
            if (answer.isMissing()) {
                return List.of();
            }
            if (!answer.isAccepted()) {
                left.add("what " + list.operationId() + " would tell: it was refused with " + answer.status() + " "
                        + answer.reason());
                return List.of();
            }
            JsonNode items = answer.body().path(kind.listing().items());
            for (JsonNode item : items) {
                String id = item.path("id").asText();
                if (item.path("status").asText().equals("DELETED")) {
                    continue;
                }
                names.put(
                        new Resource(kind, kind == Kind.WORKSPACE ? id : workspace, id),
                        item.path("name").asText());
            }
            if (items.size() < PAGE) {
                break;
            }
        }
        return names.entrySet().stream()
                .filter(item -> belongings.include(item.getKey(), item.getValue(), own))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void delete(Resource resource) {
        try {
            deleted += removal.remove(resource) ? 1 : 0;
        } catch (RuntimeException | AssertionError e) {
            left.add(resource + ": " + e.getMessage());
        }
    }

    /**
     * What became of what was left.
     *
     * @param deleted how many things were deleted
     * @param left what could not be, and why
     */
    public record ClearUp(int deleted, List<String> left) {}
}
