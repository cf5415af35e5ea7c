package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update changes, and what it leaves alone. */
class UpdateTest {
    private static final String METASTORE = "2180518f-42b8-4947-b20b-adfc53981a25";

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    private Sandbox sandbox;

    @BeforeEach
    void createWorkspace() {
        sandbox = STUB.sandbox();
    }

    @Test
    void aWorkspaceTakesEveryFieldThatIsSent() {
        mustBecome(workspace(), "{'name':'renamed','description':'智 \uD83D\uDE80','metastore_id':'" + METASTORE + "'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':null,'description':null,'metastore_id':null}",
                "{'enterprise_project_id':'other','id':'x','unknown':1}"
            })
    void aWorkspaceKeepsWhatIsNotSent(String body) {
        Changeable workspace = workspace();
        mustBecome(workspace, "{'description':'kept','metastore_id':'" + METASTORE + "'}");

        mustStay(workspace, body);
    }

    @Test
    void emptyTextClearsTheDescriptionOfAWorkspace() {
        mustBecome(workspace(), "{'description':''}");
    }

    @Test
    void anEndpointTakesEveryFieldThatIsSent() {
        Changeable endpoint = endpoint();

        mustBecome(
                endpoint,
                "{'name':'智 renamed','description':'new','reserved_resource':{'mu':{'spec_code':'mu.llama3.8b','min':2,"
                        + "'max':7},'apu':[1.50],'dpu':{'a':null}},'ray_resource':[],'cap':{'x':[null]},'config':false}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':null,'description':null,'reserved_resource':null,'cap':null,'config':null}",
                "{'reserved_resource':{}}",
                "{'reserved_resource':{'mu':null,'apu':null,'dpu':null}}",
                "{'type':'ray','status':'FROZEN','unknown':{}}"
            })
    void anEndpointKeepsWhatIsNotSent(String body) {
        Changeable endpoint = endpoint();
        mustBecome(
                endpoint,
                "{'description':'kept','reserved_resource':{'apu':1,'dpu':2},'ray_resource':3,'cap':4,'config':5}");

        mustStay(endpoint, body);
    }

    @Test
    void emptyTextClearsTheDescriptionOfAnEndpoint() {
        mustBecome(endpoint(), "{'description':''}");
    }

    @Test
    void thePreviousVersionIsAsBeforeTheLastUpdate() {
        Changeable endpoint = endpoint();
        JsonNode first = endpoint.shown();
        String previous = endpoint.path() + "?version=PREVIOUS";
        assertThat(sandbox.sender().get(previous).json()).isEqualTo(first);

        update(endpoint, "{'name':'two','reserved_resource':{'mu':{'spec_code':'mu.llama3.8b','min':1,'max':2}}}");
        JsonNode second = endpoint.shown();
        assertThat(sandbox.sender().get(previous).json()).isEqualTo(first).isNotEqualTo(second);
        assertThat(sandbox.sender().get(endpoint.path() + "?version=CURRENT").json())
                .isEqualTo(second);

        update(endpoint, "{'description':'three'}");
        assertThat(sandbox.sender().get(previous).json()).isEqualTo(second);
    }

    @Test
    void aModelTakesEveryFieldThatIsSent() {
        mustBecome(model(), "{'name':'智.renamed','description':'new'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':null,'description':null,'version':null,'current_version_id':null}",
                "{'type':'OTHER','unknown':[]}"
            })
    void aModelKeepsWhatIsNotSent(String body) {
        Changeable model = model();
        mustBecome(model, "{'description':'kept'}");

        mustStay(model, body);
        assertThat(sandbox.contents(sandbox.versions(model.id()))).hasSize(1);
    }

    @Test
    void emptyTextClearsTheDescriptionOfAModel() {
        mustBecome(model(), "{'description':''}");
    }

    @Test
    void aServiceTakesEveryFieldThatIsSent() {
        mustBecome(
                service(),
                "{'name':'智.renamed','description':'new','config':{'model_instance_config':{'resource':{'min':1,'max':4}}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':null,'description':null,'config':null,'source':null}",
                "{'config':{}}",
                "{'config':{'model_instance_config':null}}",
                "{'config':{'model_instance_config':{'resource':{'min':1,'max':2}}}}",
                "{'endpoint_id':'0b5633ba2b904511ad514346f4d23d4b','unknown':0}"
            })
    void aServiceKeepsWhatIsNotSent(String body) {
        Changeable service = service();
        mustBecome(service, "{'description':'kept'}");

        mustStay(service, body);
    }

    @Test
    void aServiceMaySayAgainWhatItRuns() {
        Changeable service = service();
        JsonNode source = service.shown().get("source");

        mustStay(service, "{'source':{'id':" + source.get("id") + "}}");
        mustStay(service, "{'source':" + source + "}");
    }

    @Test
    void emptyTextClearsTheDescriptionOfAService() {
        mustBecome(service(), "{'description':''}");
    }

    /** Something that is updated at its path, and shown where its list shows it alone or at its path. */
    private record Changeable(Sandbox sandbox, String id, String path, String where) {
        ObjectNode shown() {
            JsonNode shown = sandbox.sender().get(where).mustBe(200).json();
            return (ObjectNode) (shown.has("total") ? sandbox.contents(where).get(0) : shown);
        }
    }

    private Changeable workspace() {
        return new Changeable(sandbox, sandbox.id(), sandbox.path(), "/v1/workspaces?id=" + sandbox.id());
    }

    private Changeable endpoint() {
        String id = sandbox.createEndpoint("one", 0, 5).mustBe(202).id();
        return new Changeable(sandbox, id, sandbox.endpoint(id), sandbox.endpoint(id));
    }

    private Changeable model() {
        String id = sandbox.createModel().mustBe(200).id();
        return new Changeable(sandbox, id, sandbox.model(id), sandbox.models() + "?id=" + id);
    }

    private Changeable service() {
        String endpoint = sandbox.createEndpoint("one", 0, 5).id();
        String id = sandbox.deploy(sandbox.createModel().id(), endpoint, 1, 2).id();
        return new Changeable(sandbox, id, sandbox.service(id), sandbox.service(id));
    }

    private void mustBecome(Changeable resource, String body) {
        ObjectNode expected = resource.shown();
        ObjectNode change = json(body);
        update(resource, body);
        merge(expected, change);

        assertThat(withoutTraces(resource.shown())).isEqualTo(withoutTraces(expected));
    }

    private void mustStay(Changeable resource, String body) {
        ObjectNode before = resource.shown();
        update(resource, body);

        assertThat(withoutTraces(resource.shown())).isEqualTo(withoutTraces(before));
    }

    /** The answer and what is shown afterwards must agree, and the time of the update must move. */
    private void update(Changeable resource, String body) {
        STUB.clock().advance(Duration.ofSeconds(1));
        Answer answer = sandbox.sender().put(resource.path(), json(body));
        assertThat(answer.id()).isEqualTo(resource.id());
        ObjectNode shown = resource.shown();
        if (answer.json().size() > 1) {
            assertThat(answer.json()).isEqualTo(shown);
        }
        if (shown.has("update_time")) {
            assertThat(shown.get("update_time").textValue())
                    .isEqualTo(STUB.clock().instant().toString());
        }
    }

    private static void merge(ObjectNode shown, ObjectNode change) {
        change.properties().forEach(field -> {
            if (List.of("reserved_resource", "config", "model_instance_config", "resource")
                            .contains(field.getKey())
                    && field.getValue().isObject()) {
                merge(shown.withObject("/" + field.getKey()), (ObjectNode) field.getValue());
            } else {
                shown.set(field.getKey(), field.getValue());
            }
        });
    }

    private static ObjectNode withoutTraces(ObjectNode shown) {
        return shown.deepCopy().without(List.of("update_time", "duration"));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Sender.JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
