package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of many clients of a workspace. It creates, changes, reads and deletes at random, also upon what others made, and
 * knows what of its own must be there.
 */
final class Customer {
    /** So many of a kind at once: as much is deleted as is created. */
    private static final int MOST = 4;

    /** Fewer names than endpoints, so that customers are in each other's way. */
    private static final int NAMES = 24;

    private final List<Sandbox> doors;
    private final Random random;
    private final Map<String, String> endpoints = new HashMap<>();
    private final Map<String, String> models = new HashMap<>();
    private final Map<String, Integer> services = new HashMap<>();
    private long acts;

    /** @param doors the same workspace through each of the processes that serve it */
    Customer(List<Sandbox> doors, long seed) {
        this.doors = doors;
        this.random = new Random(seed);
    }

    /** Names by id. */
    Map<String, String> endpoints() {
        return endpoints;
    }

    /** Names by id. */
    Map<String, String> models() {
        return models;
    }

    /** What they hold at most, by id. */
    Map<String, Integer> services() {
        return services;
    }

    long acts() {
        return acts;
    }

    /** Does one thing through any of the doors. Any answer that is neither good nor to be expected is an error. */
    void act() {
        Sandbox box = doors.get(random.nextInt(doors.size()));
        acts++;
        switch (random.nextInt(10)) {
            case 0 -> tradeEndpoint(box);
            case 1 -> tradeModel(box);
            case 2, 3 -> tradeService(box);
            case 4 -> changeEndpoint(box);
            case 5 -> changeModel(box);
            case 6 -> scale(box);
            case 7 -> invoke(box);
            case 8 -> look(box);
            default -> visit(box);
        }
    }

    private void tradeEndpoint(Sandbox box) {
        if (endpoints.size() < MOST) {
            String name = name();
            Answer created = box.createEndpoint(name, 1, 3 + random.nextInt(6));
            if (done(created, ErrorCode.NAME_TAKEN)) {
                assertThat(endpoints.put(created.id(), name)).isNull();
            }
        } else {
            String id = any(endpoints);
            if (done(box.sender().delete(box.endpoint(id)), ErrorCode.ENDPOINT_NOT_EMPTY)) {
                endpoints.remove(id);
            }
        }
    }

    private void tradeModel(Sandbox box) {
        if (models.size() < MOST) {
            assertThat(models.put(
                            box.createModel().id(),
                            Example.tutorial("createModelDefinition")
                                    .get("name")
                                    .textValue()))
                    .isNull();
        } else {
            String id = any(models);
            if (done(box.sender().delete(box.model(id)), ErrorCode.MODEL_IN_USE)) {
                models.remove(id);
            }
        }
    }

    private void tradeService(Sandbox box) {
        List<String> offered = ids(box, box.endpoints());
        if (services.size() == MOST) {
            String id = any(services);
            done(box.sender().delete(box.service(id)));
            services.remove(id);
        } else if (!models.isEmpty() && !offered.isEmpty()) {
            deploy(box, offered.get(random.nextInt(offered.size())));
        }
    }

    private void deploy(Sandbox box, String endpoint) {
        int units = random.nextInt(4);
        Answer deployed = units == 0 ? box.deploy(any(models), endpoint) : box.deploy(any(models), endpoint, 1, units);
        if (done(
                deployed,
                ErrorCode.ENDPOINT_FULL,
                ErrorCode.ABOVE_ENDPOINT,
                ErrorCode.NOT_READY,
                ErrorCode.NO_RESOURCE)) {
            int held = units(box.sender().get(box.service(deployed.id())).mustBe(200));
            assertThat(held).isEqualTo(units == 0 ? held : units).isPositive();
            assertThat(services.put(deployed.id(), held)).isNull();
        }
    }

    private void changeEndpoint(Sandbox box) {
        if (!endpoints.isEmpty()) {
            String id = any(endpoints);
            String name = name();
            Map<String, Object> mu = Map.of("spec_code", "mu.llama3.8b", "min", 1, "max", 3 + random.nextInt(6));
            Answer changed =
                    box.sender().put(box.endpoint(id), Map.of("name", name, "reserved_resource", Map.of("mu", mu)));
            if (done(changed, ErrorCode.NAME_TAKEN, ErrorCode.BELOW_SERVICES)) {
                endpoints.put(id, name);
            }
        }
    }

    private void changeModel(Sandbox box) {
        if (!models.isEmpty()) {
            String id = any(models);
            String name = name();
            done(box.sender().put(box.model(id), Map.of("name", name)));
            models.put(id, name);
        }
    }

    private void scale(Sandbox box) {
        if (!services.isEmpty()) {
            String id = any(services);
            int units = 1 + random.nextInt(4);
            Map<String, Object> range = Map.of("min", 1, "max", units);
            Map<String, Object> body = Map.of("config", Map.of("model_instance_config", Map.of("resource", range)));
            if (done(box.sender().put(box.service(id), body), ErrorCode.ENDPOINT_FULL, ErrorCode.ABOVE_ENDPOINT)) {
                services.put(id, units);
            }
        }
    }

    private void invoke(Sandbox box) {
        if (!services.isEmpty()) {
            Object whole = Example.tutorial("invokeModelService").put("stream", false);
            done(box.sender().post(box.service(any(services)) + "/invocations", whole), ErrorCode.NOT_READY);
        }
    }

    private void look(Sandbox box) {
        assertThat(ids(box, box.endpoints())).doesNotHaveDuplicates().containsAll(endpoints.keySet());
        assertThat(ids(box, box.models())).doesNotHaveDuplicates().containsAll(models.keySet());
        assertThat(ids(box, box.services())).doesNotHaveDuplicates().containsAll(services.keySet());
        endpoints.forEach((id, name) -> assertThat(
                        box.sender().get(box.endpoint(id)).mustBe(200).text("name"))
                .isEqualTo(name));
    }

    private static void visit(Sandbox box) {
        Sandbox other = Sandbox.in(box.sender());
        other.createModel().mustBe(200);
        other.sender().delete(other.path()).mustBe(ErrorCode.WORKSPACE_NOT_EMPTY);
        ids(other, other.models())
                .forEach(id -> other.sender().delete(other.model(id)).mustBe(200));
        other.sender().delete(other.path()).mustBe(200);
    }

    private String name() {
        return "name-" + random.nextInt(NAMES);
    }

    private String any(Map<String, ?> things) {
        return new ArrayList<>(things.keySet()).get(random.nextInt(things.size()));
    }

    static int units(Answer service) {
        return service.json().at("/config/model_instance_config/resource/max").intValue();
    }

    /** All that is in a list of less than a hundred. */
    static List<String> ids(Sandbox box, String list) {
        JsonNode page = box.sender().get(list + "?limit=100").mustBe(200).json();
        return Shelf.items(page).stream()
                .map(item -> item.get("id").textValue())
                .toList();
    }

    private static boolean done(Answer answer, ErrorCode... refusals) {
        if (answer.status() < 300) {
            return true;
        }
        Set<String> codes = Set.of(refusals).stream().map(ErrorCode::code).collect(Collectors.toSet());
        assertThat(codes).as(answer.status() + " " + answer.body()).contains(answer.text("error_code"));
        return false;
    }
}
