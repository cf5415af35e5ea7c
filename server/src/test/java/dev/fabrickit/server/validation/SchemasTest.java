package dev.fabrickit.server.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
    private static final String SCHEMA = """
            {"type":"object","required":["name"],"properties":{
              "name":{"type":"string","minLength":4,"maxLength":32,"pattern":"^[a-z]+$"},
              "note":{"type":"string","nullable":true,"maxLength":3},
              "kind":{"type":"string","enum":["one","two"]},
              "fixed":{"type":"string","enum":["one"]},
              "size":{"type":"integer","format":"int32","minimum":1},
              "list":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","properties":{
                "on":{"type":"boolean"}}}},
              "stop":{"nullable":true,"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},
              "any":{}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                     | name is required
                    []                                     | the body must be an object, not an array
                    null                                   | the body must be an object, not null
                    {"name":"abc"}                         | name must have 4 to 32 characters, not 3
                    {"name":"team\\n"}                     | name must match ^[a-z]+$
                    {"name":null}                          | name must be a string, not null
                    {"name":"team","note":5}               | note must be a string or null, not 5
                    {"name":"team","note":"abcd"}          | note must have at most 3 characters, not 4
                    {"name":"team","kind":"One"}           | kind must be one of one, two, not "One"
                    {"name":"team","fixed":"two"}          | fixed must be one, not "two"
                    {"name":"team","size":0}               | size must be at least 1, not 0
                    {"name":"team","size":2147483648}      | size must be at most 2147483647, not 2147483648
                    {"name":"team","size":"1"}             | size must be an integer, not "1"
                    {"name":"team","list":[]}              | list must have 1 to 2 items, not 0
                    {"name":"team","list":[{},{"on":1}]}   | list[1].on must be true or false, not 1
                    {"name":"team","stop":5}               | stop must be a string or an array, not 5
                    {"name":"team","stop":[5]}             | stop[0] must be a string, not 5
                    {"name":"abc","size":0}                | name must have 4 to 32 characters, not 3; size must be at least 1, not 0
                    """)
    void aFaultIsNamedWithWhatIsAllowed(String body, String faults) throws Exception {
        assertThat(faults(body)).isEqualTo(faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"team\",\"note\":null,\"stop\":null,\"any\":null,\"unknown\":[{}]}",
                "{\"name\":\"team\",\"note\":\"\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\",\"stop\":[\"a\"],\"any\":[1]}"
            })
    void whatIsAllowedHasNoFault(String body) throws Exception {
        assertThat(faults(body)).isEmpty();
    }

    @Test
    void aLongListOfFaultsIsCutShort() throws Exception {
        assertThat(faults("{\"name\":\"team\",\"stop\":[1" + ",1".repeat(1_000_000) + "]}"))
                .hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"string\",\"format\":\"uuid\"}",
                "{\"type\":\"array\",\"items\":{},\"uniqueItems\":true}",
                "{\"type\":\"object\",\"additionalProperties\":false}",
                "{\"allOf\":[]}",
                "{\"oneOf\":[{\"type\":\"string\",\"enum\":[\"a\"]},{\"type\":\"string\",\"enum\":[\"b\"]}]}"
            })
    void aSchemaThatWouldGoUnenforcedIsRefused(String schema) throws Exception {
        JsonNode contract = new JsonMapper().readTree(schema);
        assertThatThrownBy(() -> new Schemas(contract).read(contract)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String faults(String body) throws Exception {
        JsonMapper json = new JsonMapper();
        JsonNode schema = json.readTree(SCHEMA);
        Faults faults = new Faults();
        new Schemas(schema).read(schema).check(Place.BODY, json.readTree(body), faults);
        return faults.toString();
    }
}
