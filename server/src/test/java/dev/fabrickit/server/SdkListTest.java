package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every filter, order and page of every list, asked for by the official SDK. Names in braces stand for ids. */
class SdkListTest {
    private static final String ROWS = """
            WORKSPACES  | enterprise_project_id=all_granted_eps&name=list-        | list-two list-one
            WORKSPACES  | enterprise_project_id=list-two-project                  | list-two
            WORKSPACES  | enterprise_project_id=all_granted_eps&id={list-one}     | list-one
            WORKSPACES  | enterprise_project_id=all_granted_eps&name=list&offset=1&limit=1 | list-two
            ENDPOINTS   | name=e-                                                 | e-ray e-second e-first
            ENDPOINTS   | endpoint_id={e-second}                                  | e-second
            ENDPOINTS   | type=ray                                                | e-ray
            ENDPOINTS   | model_id={m-a}                                          | e-second
            ENDPOINTS   | visibility=PRIVATE                                      | e-ray E-third e-second e-first
            ENDPOINTS   | visibility=PUBLIC                                       |
            ENDPOINTS   | offset=2&limit=1                                        | e-second
            MODELS      | name=智                                                 | 智
            MODELS      | id={M-c}                                                | M-c
            MODELS      | type=LLM                                                |
            MODELS      | visibility=PUBLIC                                       |
            MODELS      | visibility=ALL&name=m-b                                 | m-b
            MODELS      | sort_by=NAME&order_by=ASC                               | M-c m-a m-a m-b 智
            MODELS      | sort_by=UPDATE_TIME                                     | m-b m-a M-c 智 m-a
            MODELS      | order_by=ASC                                            | m-b m-a 智 M-c m-a
            MODELS      | offset=3&limit=1                                        | m-a
            VERSIONS    | name=v-01                                               | v-01
            VERSIONS    | version_id={v-02}                                       | v-02
            VERSIONS    | offset=1&limit=2                                        | v-02 v-01
            BASE_MODELS | offset=1&limit=1                                        | GLM_4_9B
            SPECS       | spec_code=mu.llama3.8b                                  | mu.llama3.8b
            SPECS       | spec_code=another                                       |
            SPECS       | spec_types=APU&spec_types=MU                            | mu.llama3.8b
            SPECS       | spec_types=APU                                          |
            SPECS       | scenario=COMPUTE                                        |
            SPECS       | offset=1&limit=1                                        |
            SERVICES    | id={s-second}                                           | s-second
            SERVICES    | name=s.t                                                | s.third
            SERVICES    | endpoint_id={e-second}                                  | s.third s-second
            SERVICES    | source_id={m-a}                                         | s.third
            SERVICES    | version_id={w-03}                                       | s-second s-first
            SERVICES    | type=PGSQL_SERVICE                                      |
            SERVICES    | visibility=PUBLIC                                       |
            SERVICES    | sort_by=DURATION                                        | s-first s-second s.third
            SERVICES    | sort_by=CREATE_TIME&order_by=ASC                        | s-first s-second s.third
            SERVICES    | offset=1&limit=1                                        | s-second
            """;

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().atPresent();

    private static Shelf shelf;

    @BeforeAll
    static void fill() {
        shelf = Shelf.fill(STUB);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void aListIsFilteredSortedAndCut(SdkList list, String query, @Nullable String names) {
        Map<String, List<String>> values = values(shelf.withIds(query + scope(list)));

        SdkFields page = SdkFields.of(list.page(OfficialSdk.of(STUB.uri()), values));

        assertThat(page.valuesOf("(name|spec_code|base_model_type)"))
                .extracting(JsonNode::textValue)
                .isEqualTo(names == null ? List.of() : List.of(names.split(" ")));
    }

    @ParameterizedTest
    @EnumSource
    void noParameterOfTheSdkIsLeftOut(SdkList list) {
        Set<String> asked = ROWS.lines()
                .map(row -> row.split("\\s*\\|\\s*"))
                .filter(row -> row[0].equals(list.name()))
                .flatMap(row -> values(row[1]).keySet().stream())
                .collect(Collectors.toSet());

        assertThat(asked).isEqualTo(list.parameters());
    }

    /** The parameters of the path. */
    private static String scope(SdkList list) {
        return switch (list) {
            case WORKSPACES, BASE_MODELS, SPECS -> "";
            case VERSIONS -> "&workspace_id={workspace}&model_id={m-b}";
            default -> "&workspace_id={workspace}";
        };
    }

    private static Map<String, List<String>> values(String query) {
        return Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("="))
                .collect(Collectors.groupingBy(
                        parameter -> parameter[0], Collectors.mapping(parameter -> parameter[1], Collectors.toList())));
    }
}
