package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists hold, in which order, page by page. Names in braces stand for the ids of what bears them. */
@Tag("database")
class ListTest {
    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    private static Shelf shelf;

    @BeforeAll
    static void fill() {
        shelf = Shelf.fill(STUB);
    }

    @ParameterizedTest
    @CsvSource({
        "name=list, list_three list-two list-one",
        "name=list-, list-two list-one",
        "name=LIST, ''",
        "name=list&enterprise_project_id=all_granted_eps, list_three list-two list-one",
        "name=list&enterprise_project_id=list-two-project, list-two",
        "name=list&enterprise_project_id=0, ''",
        "id={list-one}, list-one",
        "id={list-one}&name=list-two, ''",
        "id={nowhere}, ''"
    })
    void workspacesAreFilteredAndNewestFirst(String query, String expected) {
        mustList("/v1/workspaces?" + query, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', e-ray E-third e-second e-first",
        "name=e-, e-ray e-second e-first",
        "name=E-, E-third",
        "endpoint_id={e-second}, e-second",
        "endpoint_id={nowhere}, ''",
        "type=inference, E-third e-second e-first",
        "type=ray, e-ray",
        "type=job, ''",
        "model_id={m-b}, e-second e-first",
        "model_id={m-a}, e-second",
        "model_id={nowhere}, ''",
        "model_id={m-b}&name=first&type=inference, e-first",
        "visibility=PRIVATE, e-ray E-third e-second e-first",
        "visibility=ALL&type=ray, e-ray",
        "visibility=PUBLIC, ''"
    })
    void endpointsAreFilteredAndNewestFirst(String query, String expected) {
        mustList("{path}/endpoints?" + query, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', m-a M-c 智 m-a m-b",
        "sort_by=CREATE_TIME&order_by=ASC, m-b m-a 智 M-c m-a",
        "order_by=ASC, m-b m-a 智 M-c m-a",
        "sort_by=CREATE_TIME&order_by=DESC, m-a M-c 智 m-a m-b",
        "sort_by=NAME&order_by=ASC, M-c m-a m-a m-b 智",
        "sort_by=NAME, 智 m-b m-a m-a M-c",
        "sort_by=UPDATE_TIME, m-b m-a M-c 智 m-a",
        "sort_by=UPDATE_TIME&order_by=ASC, m-a 智 M-c m-a m-b",
        "name=m-, m-a m-a m-b",
        "name=%E6%99%BA, 智",
        "id={M-c}, M-c",
        "id={nowhere}, ''",
        "type=LLM_MODEL&name=m-b, m-b",
        "type=LLM, ''",
        "visibility=PRIVATE&name=m-b, m-b",
        "visibility=ALL&name=m-b, m-b",
        "visibility=PUBLIC, ''"
    })
    void modelsAreFilteredAndSorted(String query, String expected) {
        mustList("{path}/models?" + query, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', w-03 v-02 v-01 v-00",
        "name=v-0_, ''",
        "name=v-01, v-01",
        "version_id={v-02}, v-02",
        "version_id={nowhere}, ''"
    })
    void versionsAreFilteredAndNewestFirst(String query, String expected) {
        mustList("{path}/models/{m-b}/versions?" + query, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', s.third s-second s-first",
        "sort_by=CREATE_TIME&order_by=ASC, s-first s-second s.third",
        "sort_by=DURATION, s-first s-second s.third",
        "sort_by=DURATION&order_by=ASC, s.third s-second s-first",
        "name=s-, s-second s-first",
        "name=s.t, s.third",
        "id={s-second}, s-second",
        "endpoint_id={e-second}, s.third s-second",
        "source_id={m-a}, s.third",
        "source_id={nowhere}, ''",
        "version_id={w-03}, s-second s-first",
        "version_id={v-01}, ''",
        "type=LLM_MODEL, s.third s-second s-first",
        "type=PGSQL_SERVICE, ''",
        "visibility=PRIVATE, s.third s-second s-first",
        "visibility=PUBLIC, ''"
    })
    void servicesAreFilteredAndSorted(String query, String expected) {
        mustList("{path}/services/instances?" + query, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "spec_code=mu.llama3.8b, 1",
        "spec_code=mu, 0",
        "spec_types=MU, 1",
        "spec_types=APU&spec_types=MU, 1",
        "spec_types=APU, 0",
        "scenario=ENDPOINT, 1",
        "scenario=COMPUTE, 0"
    })
    void specsAreFiltered(String query, int expected) {
        JsonNode page = shelf.page("/v1/specs?" + query);

        assertThat(page.get("total").intValue()).isEqualTo(expected);
        assertThat(page.get("spec_codes")).hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/workspaces?name=list&",
                "{path}/endpoints?",
                "{path}/models?",
                "{path}/models?sort_by=NAME&order_by=ASC&",
                "{path}/models?sort_by=UPDATE_TIME&",
                "{path}/models/{m-b}/versions?",
                "{path}/services/instances?",
                "{path}/services/instances?sort_by=DURATION&",
                "/v1/base-models?",
                "/v1/specs?"
            })
    void thePagesOfAListTogetherAreTheList(String list) {
        JsonNode whole = shelf.page(list);
        int total = whole.get("total").intValue();
        assertThat(Shelf.items(whole)).hasSize(total);
        for (int limit = 1; limit <= total; limit++) {
            List<JsonNode> together = new ArrayList<>();
            for (int offset = 0; offset < total; offset += limit) {
                JsonNode page = shelf.page(list + "offset=" + offset + "&limit=" + limit);
                assertThat(page.get("total").intValue()).isEqualTo(total);
                assertThat(Shelf.items(page)).hasSizeLessThanOrEqualTo(limit);
                together.addAll(Shelf.items(page));
            }
            assertThat(together).isEqualTo(Shelf.items(whole));
        }
        JsonNode beyond = shelf.page(list + "offset=1000000000&limit=100");
        assertThat(beyond.get("total").intValue()).isEqualTo(total);
        assertThat(Shelf.items(beyond)).isEmpty();
    }

    @Test
    void aPageHoldsTenUnlessAskedForMore() {
        Sandbox crowded = STUB.sandbox();
        for (int i = 0; i < 11; i++) {
            crowded.createEndpoint("e" + i, 0, 1).mustBe(202);
        }

        JsonNode page = crowded.sender().get(crowded.endpoints()).json();
        assertThat(page.get("endpoints")).hasSize(10);
        assertThat(page.get("total").intValue()).isEqualTo(11);
        assertThat(crowded.contents(crowded.endpoints() + "?limit=100")).hasSize(11);
    }

    private static void mustList(String list, String names) {
        JsonNode page = shelf.page(list);

        assertThat(Shelf.items(page))
                .extracting(item -> item.get("name").textValue())
                .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(" ")));
        assertThat(page.get("total").intValue()).isEqualTo(Shelf.items(page).size());
    }
}
