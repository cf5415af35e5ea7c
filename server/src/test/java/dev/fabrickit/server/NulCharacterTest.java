package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no database must be asked to keep is refused by the name of its field. */
class NulCharacterTest {
    @RegisterExtension
    static final StubDriver STUB = new StubDriver();

    private final Sandbox sandbox = STUB.sandbox();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/workspaces     | createWorkspace       | /description                                      | description
            {path}/endpoints   | createEndpoint        | /description                                      | description
            {path}/endpoints   | createEndpoint        | /cap/list/text                                    | cap.list.text
            {path}/endpoints   | createEndpoint        | /unknown                                          | unknown
            {path}/models      | createModelDefinition | /version/description                              | version.description
            {path}/models      | createModelDefinition | /version/config/llm_model_config/base_model_type  | version.config.llm_model_config.base_model_type
            {path}/services/instances | deployServiceInstance | /description                               | description
            """)
    void aBodyMustNotHaveIt(String path, String operation, String pointer, String field) {
        ObjectNode body = Example.tutorial(operation);
        int last = pointer.lastIndexOf('/');
        body.withObject(pointer.substring(0, last)).put(pointer.substring(last + 1), "a\0b");

        Answer answer = sandbox.sender().post(path.replace("{path}", sandbox.path()), body);

        assertThat(answer.mustBe(ErrorCode.INVALID_REQUEST).text("error_msg"))
                .contains(field + " must not contain the character U+0000");
    }

    @Test
    void aNameMustNotHaveIt() {
        ObjectNode body = Example.tutorial("createEndpoint");
        body.withObject("/cap").put("a\0b", 1);

        assertThat(sandbox.sender()
                        .post(sandbox.endpoints(), body)
                        .mustBe(ErrorCode.INVALID_REQUEST)
                        .text("error_msg"))
                .contains("cap must not have a name with the character U+0000");
    }

    @ParameterizedTest
    @CsvSource({"/v1/specs?spec_code=a%00, spec_code", "{path}/models?type=%00, type"})
    void aParameterMustNotHaveIt(String path, String name) {
        assertThat(sandbox.sender()
                        .get(path.replace("{path}", sandbox.path()))
                        .mustBe(ErrorCode.INVALID_REQUEST)
                        .text("error_msg"))
                .contains(name + " must not contain the character U+0000");
    }

    @Test
    void aConversationMay() {
        String service = sandbox.deploy(
                        sandbox.createModel().id(),
                        sandbox.createEndpoint("one", 1, 1).id())
                .id();
        ObjectNode chat = Example.request("invokeModelService", "whole");
        chat.withArray("messages").addObject().put("role", "user").put("content", "a\0b");

        sandbox.sender().post(sandbox.service(service) + "/invocations", chat).mustBe(200);
    }
}
