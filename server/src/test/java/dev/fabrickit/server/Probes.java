package dev.fabrickit.server;

import static dev.fabrickit.server.seam.Rule.*;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.seam.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** For each rule, whether a server seems to keep it: a workspace of its own and some requests. */
final class Probes {
    static final Duration DELAY = Duration.ofSeconds(10);
    static final String OTHER_TOKEN = "token-of-another-account";

    static final Map<Rule, Predicate<Probes>> OF_RULES = Map.ofEntries(
            entry(TENANTS_ARE_SEPARATE, p -> p.others().get(p.box.endpoints()).status() == 400),
            entry(
                    RESOURCES_STAY_IN_THEIR_WORKSPACE,
                    p -> p.fails(p.get(Sandbox.in(p.box.sender()).endpoint(p.endpoint)))),
            entry(QUOTAS_HOLD, p -> {
                p.box.createEndpoint("two", 0, 1);
                p.box.createEndpoint("three", 0, 1);
                p.box.createEndpoint("four", 0, 1);
                return p.fails(p.box.createEndpoint("five", 0, 1));
            }),
            entry(WORKSPACE_MUST_BE_EMPTY, p -> {
                p.service();
                return p.fails(p.delete(p.box.path()));
            }),
            entry(ENDPOINT_MUST_BE_EMPTY, p -> {
                p.service();
                return p.fails(p.delete(p.path));
            }),
            entry(MODEL_MUST_BE_UNUSED, p -> {
                p.service();
                return p.fails(p.delete(p.box.model(p.model)));
            }),
            entry(VERSION_MUST_BE_UNUSED, p -> {
                p.service();
                p.put(p.box.model(p.model), "{'version':{'name':'two'}}");
                return p.fails(p.delete(p.box.versions(p.model) + "/" + p.version));
            }),
            entry(
                    CURRENT_VERSION_STAYS,
                    p -> p.fails(p.delete(p.box.versions(p.model) + "/" + p.version))
                            && !p.box.contents(p.box.models())
                                    .get(0)
                                    .path("current_version")
                                    .isMissingNode()),
            entry(WHAT_IS_BEING_DELETED_STILL_COUNTS, p -> {
                p.delete(p.box.service(p.service()));
                return p.fails(p.box.deploy(p.model, p.endpoint, 1, 5));
            }),
            entry(WHAT_IS_BEING_DELETED_IS_LEFT_ALONE, p -> {
                p.delete(p.path);
                return p.fails(p.put(p.path, "{}"));
            }),
            entry(DELETION_DELETES, p -> {
                p.delete(p.path);
                p.pass();
                return p.fails(p.get(p.path));
            }),
            entry(ENDPOINT_NAME_IS_UNIQUE, p -> p.fails(p.box.createEndpoint("one", 0, 1))),
            entry(ENDPOINT_MUST_SERVE_INFERENCE, p -> {
                Map<String, ?> units = Map.of("spec_code", "mu.llama3.8b", "min", 0, "max", 1);
                return p.fails(p.box.deploy(
                        p.model, p.box.createEndpoint("ray", "ray", units).id()));
            }),
            entry(ENDPOINT_KEEPS_WHAT_ITS_SERVICES_HOLD, p -> {
                p.box.deploy(p.model, p.endpoint, 1, 2);
                return p.fails(p.put(p.path, "{'reserved_resource':{'mu':" + units(0, 1) + "}}"));
            }),
            entry(
                    SPEC_MUST_BE_OFFERED,
                    p -> p.fails(p.box.createEndpoint(
                            "two", "inference", Map.of("spec_code", "mu.gpt", "min", 0, "max", 1)))),
            entry(
                    BASE_MODEL_MUST_BE_OFFERED,
                    p -> p.fails(
                            p.put(
                                    p.box.model(p.model),
                                    "{'version':{'name':'two','config':{'llm_model_config':{'base_model_type':'X','model_path':''}}}}"))),
            entry(MAX_IS_NOT_BELOW_MIN, p -> p.fails(p.box.createEndpoint("two", 2, 1))),
            entry(SERVICE_IS_NOT_WIDER_THAN_ITS_ENDPOINT, p -> p.fails(p.box.deploy(p.model, p.endpoint, 1, 6))),
            entry(SERVICES_FIT_THE_ENDPOINT, p -> {
                p.service();
                return p.fails(p.box.deploy(p.model, p.endpoint, 1, 5));
            }),
            entry(
                    SERVICE_WITHOUT_UNITS_TAKES_ALL_THAT_ARE_FREE,
                    p -> p.units(p.box.deploy(p.model, p.endpoint).id(), "max") == 5),
            entry(SERVICE_MINIMUM_IS_FIXED, p -> {
                String service = p.service();
                p.put(p.box.service(service), "{'config':{'model_instance_config':{'resource':{'min':2,'max':2}}}}");
                return p.units(service, "min") == 1;
            }),
            entry(SERVICE_MODEL_IS_FIXED, p -> {
                String service = p.box.service(p.service());
                p.put(service, "{'source':{'id':'" + p.box.createModel().id() + "'}}");
                return p.get(service).json().at("/source/id").textValue().equals(p.model);
            }),
            entry(SERVICE_WAITS_FOR_ITS_ENDPOINT, p -> p.statusIs("PENDING", p.box.service(p.service()))),
            entry(ONLY_WHAT_RUNS_IS_INVOKED, p -> p.fails(p.box.invoke(p.service()))),
            entry(CHANGES_TAKE_TIME, p -> p.statusIs("CREATING", p.path)),
            entry(CHANGES_SETTLE, p -> {
                p.pass();
                return p.statusIs("RUNNING", p.path);
            }),
            entry(UPDATES_ARE_STORED, p -> {
                p.put(p.path, "{'name':'new'}");
                return p.get(p.path).text("name").equals("new");
            }),
            entry(UPDATES_LEAVE_ABSENT_FIELDS_ALONE, p -> {
                p.put(p.path, "{'description':'kept'}");
                p.put(p.path, "{'name':'new'}");
                return p.get(p.path).json().path("description").asText().equals("kept");
            }),
            entry(UPDATES_MOVE_THE_UPDATE_TIME, p -> {
                p.pass();
                p.put(p.path, "{}");
                JsonNode shown = p.get(p.path).json();
                return !shown.get("update_time").equals(shown.get("create_time"));
            }),
            entry(EMPTY_TEXT_CLEARS_A_DESCRIPTION, p -> {
                p.put(p.path, "{'description':'old'}");
                p.put(p.path, "{'description':''}");
                return p.get(p.path).json().path("description").asText().isEmpty();
            }),
            entry(PREVIOUS_VERSION_IS_KEPT, p -> {
                p.put(p.path, "{'name':'new'}");
                return p.get(p.path + "?version=PREVIOUS").text("name").equals("one");
            }),
            entry(
                    NEW_VERSION_BECOMES_CURRENT,
                    p -> p.put(p.box.model(p.model), "{'version':{'name':'two'}}")
                            .json()
                            .at("/current_version/name")
                            .asText()
                            .equals("two")),
            entry(
                    VERSION_AND_CURRENT_VERSION_EXCLUDE_EACH_OTHER,
                    p -> p.fails(p.put(
                            p.box.model(p.model),
                            "{'version':{'name':'two'},'current_version_id':'" + p.version + "'}"))),
            entry(SERVICE_KEEPS_ITS_VERSION, p -> {
                String service = p.box.service(p.service());
                p.put(p.box.model(p.model), "{'version':{'name':'two'}}");
                return p.get(service)
                        .json()
                        .at("/source/version_id")
                        .textValue()
                        .equals(p.version);
            }),
            entry(OPAQUE_FIELDS_ARE_KEPT, p -> {
                p.put(p.path, "{'cap':1}");
                return p.get(p.path).json().path("cap").asInt() == 1;
            }),
            entry(LISTS_ARE_IN_ORDER, p -> p.names("").equals(List.of("two", "one"))),
            entry(FILTERS_NARROW_LISTS, p -> p.names("?name=two").equals(List.of("two"))),
            entry(NOTHING_IS_PUBLIC, p -> p.names("?visibility=PUBLIC").isEmpty()),
            entry(PAGES_BEGIN_AT_THE_OFFSET, p -> p.names("?offset=1").equals(List.of("one"))),
            entry(PAGES_KEEP_TO_THE_LIMIT, p -> p.names("?limit=1").equals(List.of("two"))),
            entry(TOTAL_COUNTS_ALL_MATCHES, p -> {
                p.names("");
                return p.get(p.box.endpoints() + "?limit=1").json().get("total").intValue() == 2;
            }));

    private final StubDriver stub;
    private final Sandbox box;
    private final String endpoint;
    private final String path;
    private final String model;
    private final String version;

    Probes(StubDriver stub) {
        this.stub = stub;
        this.box = stub.sandbox();
        this.endpoint = box.createEndpoint("one", 0, 5).id();
        this.path = box.endpoint(endpoint);
        Answer created = box.createModel();
        this.model = created.id();
        this.version = created.text("version_id");
    }

    private String service() {
        return box.deploy(model, endpoint, 1, 1).id();
    }

    private void pass() {
        stub.clock().advance(DELAY);
    }

    private Sender others() {
        return stub.sender(OTHER_TOKEN);
    }

    private Answer get(String what) {
        return box.sender().get(what);
    }

    private Answer put(String what, String body) {
        return box.sender().put(what, body.replace('\'', '"'));
    }

    private Answer delete(String what) {
        return box.sender().delete(what);
    }

    private static String units(int min, int max) {
        return "{'spec_code':'mu.llama3.8b','min':" + min + ",'max':" + max + "}";
    }

    /** Breaking a rule must never be an accident of ours. */
    private boolean fails(Answer answer) {
        if (answer.status() >= 500) {
            throw new AssertionError(answer);
        }
        return answer.status() >= 400;
    }

    private boolean statusIs(String status, String what) {
        return box.status(what).equals(status);
    }

    private int units(String service, String bound) {
        return get(box.service(service))
                .json()
                .at("/config/model_instance_config/resource/" + bound)
                .intValue();
    }

    /** The endpoints that a list shows, once there is a second one. */
    private List<String> names(String query) {
        box.createEndpoint("two", 0, 1);
        return get(box.endpoints() + query)
                .json()
                .get("endpoints")
                .valueStream()
                .map(item -> item.get("name").textValue())
                .toList();
    }
}
