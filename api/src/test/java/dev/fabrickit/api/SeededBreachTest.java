package dev.fabrickit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule fails, and names the offender, when the contract breaks it in one place. */
class SeededBreachTest {

    /** Rule, element, member of it, the JSON to put there (nothing removes it), what the failure must name. */
    private static final String BREACHES = """
        theParserHasNothingToSay | createWorkspace/responses/200 | description | | 200.description is missing
        theParserHasNothingToSay | | openapi | "2.9" | not to be null
        theArtifactCarriesTheContractAndItsExamples | examples | orphan.json | {} | examples/orphan.json
        theOperationsAreThoseOfTheScope | createWorkspace | operationId | "makeWorkspace" | makeWorkspace POST
        theOperationsAreThoseOfTheScope | createWorkspace | responses/204 | {"description": "x"} | 200+204
        theOperationsAreThoseOfTheScope | createWorkspace | servers | [{"url": "https://fabric-ep.x"}] | 200 ep
        theOperationsAreThoseOfTheScope | /v1/workspaces/{workspace_id}/services/instances | servers | | 202 admin
        theOperationsAreThoseOfTheScope | /healthcheck | post | {"operationId": "mend"} | mend POST
        everyReferenceHasATarget | createWorkspace/responses/400 | $ref | "#/components/responses/Lost" | Lost
        everyReferenceHasATarget | createWorkspace/responses/400 | $ref | "Lost" | Lost
        everyReferenceHasATarget | invokeModelService/responses/200/text/event-stream/x-stream | error | "#/x" | #/x
        referencesStandAlone | createWorkspace/responses/400 | x-basis | "chosen" | createWorkspace/responses/400
        everyComponentIsUsed | | components/schemas/Orphan | {"type": "object"} | Orphan
        everyComponentIsUsed | | components/headers/Orphan | {"schema": {}} | headers/Orphan
        everyOperationHasOneTag | createWorkspace | tags | [] | createWorkspace
        everyOperationHasOneTag | createWorkspace | tags | ["model", "health"] | createWorkspace
        everyOperationHasOneTag | createWorkspace | tags | ["stray"] | createWorkspace
        everyOperationHasOneTag | listSpecs | tags | ["model"] | catalogue
        everyOperationIsExplained | createWorkspace | summary | | createWorkspace
        everyOperationIsExplained | createWorkspace | description | " " | createWorkspace
        everyOperationHasItsErrorAnswers | createWorkspace | responses/413 | | createWorkspace must have
        everyOperationHasItsErrorAnswers | deleteWorkspace | responses/409 | {} | deleteWorkspace must have
        onlyHealthNeedsNoCredentials | createWorkspace | security | [] | createWorkspace
        onlyHealthNeedsNoCredentials | showHealth | security | | showHealth
        theWholeContractIsLookedAt | | components/schemas | {} | SCHEMA
        everythingIsDescribed | parameters/Offset | description | | parameters/Offset
        everythingIsDescribed | listWorkspaces/name | description | | listWorkspaces/name
        everythingIsDescribed | headers/RequestId | description | | headers/RequestId
        everythingIsDescribed | createWorkspace/requestBody | description | | createWorkspace/requestBody
        everythingIsDescribed | createWorkspace/responses/200 | description | | createWorkspace/responses/200
        everythingIsDescribed | Workspace | description | | Workspace
        everythingIsDescribed | ChatCompletionChunk/choices/items/delta/role | description | "" | delta/role
        everyPatternIsAnchored | Workspace/id | pattern | "[a-z]+$" | Workspace/id
        everyPatternIsAnchored | Workspace/id | pattern | "^[a-z]+" | Workspace/id
        everyPatternIsAnchored | Workspace/id | pattern | `"^[a-z]+|[0-9]+$"` | Workspace/id
        everyOpenPatternHasAMaximum | Workspace/id | maxLength | | Workspace/id
        everyRequestSaysItsLimits | CreateWorkspaceInput/description | maxLength | | CreateWorkspaceInput/description
        everyRequestSaysItsLimits | EndpointUnits/min | minimum | | EndpointUnits/min
        everyRequestSaysItsLimits | listSpecs/spec_types/schema | maxItems | | listSpecs/spec_types
        everyRequestSaysItsLimits | ChatMessage/content | maxLength | 9 | ChatMessage/content
        everyRangeHoldsAValue | parameters/Limit/schema | minimum | 101 | parameters/Limit
        everyNameFollowsItsStyle | Workspace | properties/createTime | {} | Workspace/createTime
        everyNameFollowsItsStyle | listWorkspaces/name | name | "Name" | listWorkspaces/Name
        everyNameFollowsItsStyle | createWorkspace/responses/200 | headers/x_id | {} | headers/x_id
        everyNameFollowsItsStyle | createWorkspace | operationId | "create_workspace" | create_workspace
        everyNameFollowsItsStyle | | components/schemas/orphan | {} | orphan
        everyInlineObjectHasATitleOfItsOwn | ForbiddenMessage/error | title | | ForbiddenMessage/error
        everyInlineObjectHasATitleOfItsOwn | ForbiddenMessage/error | title | "Workspace" | ForbiddenMessage/error
        everyBodyHasANamedExample | responses/NotFound/application/json | examples | | responses/NotFound
        everyBodyHasANamedExample | createWorkspace/requestBody/application/json | examples | {} | createWorkspace
        everyExampleIsAFile | responses/NotFound/application/json | example | {} | NotFound
        everyExampleIsAFile | responses/NotFound/application/json | examples/path/summary | | NotFound
        everyExampleIsAFile | responses/NotFound/application/json | examples/path/value | {} | NotFound
        noFileIsMissingOrIdle | examples | orphan.json | {} | orphan.json
        noFileIsMissingOrIdle | examples | error.404.path.json | | error.404.path.json
        everyFileStandsByItsName | responses/NotFound/application/json | examples/b | {} | error.404.b.json
        everyFileStandsByItsName | deleteWorkspace/responses/403 | $ref | "#/components/responses/NotFound" | 403+404
        everyJsonFitsItsSchema | examples | deleteEndpoint.202.deleting.json | {"id": "e-1"} | json/id
        everyJsonFitsItsSchema | examples | deleteEndpoint.202.deleting.json | {"id": null} | json/id
        everyJsonFitsItsSchema | examples | showHealth.200.up.json | {"status": "UP", "state": 1} | state
        everyJsonFitsItsSchema | examples | showHealth.200.up.json | {"status": "UP"} x | no JSON
        everyJsonFitsItsSchema | examples | updateWorkspace.200.renamed.json | {"create_time": "2023-05-30"} | date-time
        everyStreamIsWhole | examples | invokeModelService.200.stream.txt | "data: [DONE]" | one line of data
        everyStreamIsWhole | examples | invokeModelService.200.stream.txt | [{"id": 1}, "[DONE]"] | stream.txt/id
        everyStreamIsWhole | examples | invokeModelService.200.stream.txt | [{}, {}] | stream.txt: must end with
        everyStreamIsWhole | examples | invokeModelService.200.stream.txt | [{"id": 1}, {}, "[DONE]"] | one id, created
        everyStreamIsWhole | examples | invokeModelService.200.streamError.txt | [{}, {"error_code": 4}] | /error_code
        everyStreamBearsItsSchema | invokeModelService/responses/200/text/event-stream/x-stream | data | "#/x" | invoke
        everyExampleValueFitsItsSchema | Workspace/id | example | "no id!" | Workspace/id example
        everyExampleValueFitsItsSchema | parameters/Limit/schema | default | 101 | parameters/Limit/schema default
        everyExampleValueFitsItsSchema | headers/RequestId | example | 7 | headers/RequestId example
        theTutorialsBodiesAreItsOwn | examples | createWorkspace.request.tutorial.json | {} | createWorkspace
        theTutorialsBodiesAreItsOwn | examples | createEndpoint.202.creating.json | {"id": "x"} | deployServiceInstance
        enoughExamplesAreLookedAt | | components/responses | {} | greater than
        everyBasisStandsAtAnElement | | info/x-basis | "chosen" | size
        everyBasisIsOneOfThree | Workspace | x-basis | "guessed" | Workspace
        everyBasisIsOneOfThree | Workspace | x-basis/required/name | "guessed" | Workspace
        everyBasisNamesWhatStandsThere | Workspace/id | x-basis | {"minimum": "chosen"} | Workspace/id
        everyBasisNamesWhatStandsThere | Workspace | x-basis/required/colour | "chosen" | Workspace
        everyBasisNamesWhatStandsThere | ChatMessage/role | x-basis/enum | {"narrator": "chosen"} | ChatMessage/role
        everyBasisNamesWhatStandsThere | Workspace/id | x-basis | {"maxLength": {"36": "chosen"}} | Workspace/id
        everyBasisNamesWhatStandsThere | Workspace | x-basis | {"status": "chosen"} | Workspace
        everyDisputedLimitStandsThere | EndpointUnits/max | x-disputed | {"maximum": 1000} | EndpointUnits/max
        everyDisputedLimitStandsThere | EndpointUnits/max | x-disputed | {"maxLength": 9} | EndpointUnits/max
        everyListOfKnownValuesIsSound | Endpoint/status | example | "BORED" | Endpoint/status
        everyListOfKnownValuesIsSound | Endpoint/status | x-known-values | [1] | Endpoint/status
        everyListOfKnownValuesIsSound | Endpoint/status | enum | ["CREATING"] | Endpoint/status
        noRequestHasKnownValues | SourceRef/id | x-known-values | ["x"] | SourceRef/id
        noAnswerHasAnEnumOfSeveralValues | Endpoint/status | enum | ["CREATING", "RUNNING"] | Endpoint/status
        enoughIsLookedAt | | components/schemas | {} | greater than
        """;

    private static final Map<String, Method> RULES = Stream.of(
                    ContractTest.class, StyleTest.class, ExamplesTest.class, BasisTest.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .collect(Collectors.toMap(Method::getName, Function.identity()));

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = BREACHES)
    void theRuleCatches(String rule, @Nullable String element, String member, @Nullable String json, String offender)
            throws ReflectiveOperationException {
        Method method = RULES.get(rule);
        Object test = method.getDeclaringClass().getDeclaredConstructor().newInstance();
        test.getClass().getDeclaredField("contract").set(test, broken(element, member, json));
        assertThat(catchThrowable(() -> method.invoke(test)))
                .as("%s, broken at %s %s", rule, element, member)
                .isNotNull()
                .cause()
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender);
    }

    private static Contract broken(@Nullable String element, String member, @Nullable String json) {
        ObjectNode document = Contract.OURS.document().deepCopy();
        Map<String, String> examples = new TreeMap<>(Contract.OURS.examples());
        Contract broken = new Contract("", document, examples);
        if ("examples".equals(element)) {
            examples.compute(member, (file, text) -> json != null && file.endsWith(".txt") ? stream(json) : json);
            return broken;
        }
        ObjectNode place = broken.elements()
                .filter(candidate -> candidate.name().equals(element == null ? "" : element))
                .findFirst()
                .orElseThrow()
                .node();
        String container = member.contains("/") ? "/" + member.substring(0, member.lastIndexOf('/')) : "";
        ObjectNode parent = (ObjectNode) place.at(container);
        String key = member.substring(member.lastIndexOf('/') + 1);
        if (json == null) {
            parent.remove(key);
        } else {
            parent.set(key, Schemas.parse(json));
        }
        return new Contract(document.toString(), document, examples);
    }

    /** An array becomes one event for each of its members, a text stays as it is. */
    private static String stream(String json) {
        JsonNode parsed = Schemas.parse(json);
        return parsed.isTextual()
                ? parsed.asText()
                : parsed.valueStream()
                        .map(event -> "data: " + (event.isTextual() ? event.asText() : event) + "\n\n")
                        .collect(Collectors.joining());
    }

    @Test
    void everyRuleHasASeededBreach() {
        assertThat(BREACHES.lines()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }
}
