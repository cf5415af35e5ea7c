package dev.fabrickit.server.invocation.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fabrickit.server.error.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that are made up, judged by a validator made by others. */
class SamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEEDS = 200;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'string'}",
                "{'type':['integer','null']}",
                "{'type':'boolean'}",
                "{'enum':['celsius',1,null,{'a':[]}]}",
                "{'const':{'deep':[1]}}",
                "{'type':'integer'}",
                "{'type':'integer','minimum':-3,'maximum':-3}",
                "{'type':'integer','minimum':2.5,'exclusiveMaximum':4}",
                "{'type':'integer','exclusiveMinimum':-1,'exclusiveMaximum':1}",
                "{'type':'integer','multipleOf':7,'minimum':8,'maximum':20}",
                "{'type':'integer','maximum':-1000000000000}",
                "{'type':'number','exclusiveMinimum':0,'maximum':0.001}",
                "{'type':'number','multipleOf':0.25,'minimum':0.3,'maximum':0.7}",
                "{'type':'number','minimum':1e30}",
                "{'type':'string','minLength':40}",
                "{'type':'string','maxLength':2}",
                "{'type':'string','minLength':3,'maxLength':3}",
                "{'type':'string','pattern':'^[A-Z]{2}-\\\\d{3,5}$'}",
                "{'type':'string','pattern':'^(north|south) (gate|port)[0-9]+$','maxLength':12}",
                "{'type':'string','format':'date'}",
                "{'type':'string','format':'date-time'}",
                "{'type':'string','format':'email'}",
                "{'type':'string','format':'uuid'}",
                "{'type':'string','format':'uri'}",
                "{'type':'string','format':'ipv6'}",
                "{'type':'array','items':{'type':'integer','minimum':1,'maximum':3},'minItems':3,'uniqueItems':true}",
                "{'type':'array','maxItems':0}",
                "{'type':'array','prefixItems':[{'type':'string'},{'type':'boolean'}],'minItems':2,'maxItems':2}",
                "{'type':'object','required':['b'],'properties':{'b':{'type':'object','required':['c'],'properties':{'c':"
                        + "{'type':'array','minItems':1,'items':{'type':'number','minimum':5}}}}}}",
                "{'type':'object','minProperties':3,'additionalProperties':{'type':'integer'}}",
                "{'type':'object','maxProperties':1,'properties':{'a':{},'b':{},'c':{}}}",
                "{'anyOf':[{'type':'string','format':'date'},{'type':'null'}]}",
                "{'oneOf':[{'type':'object','required':['kind'],'properties':{'kind':{'const':'a'}}},"
                        + "{'type':'object','required':['kind'],'properties':{'kind':{'const':'b'}}}]}",
                "{'allOf':[{'type':'integer'},{'type':'number','minimum':3,'maximum':3}]}",
                "{'allOf':[{'type':'integer','minimum':3},{'minimum':1,'maximum':9},{'maximum':4}]}",
                "{'allOf':[{'properties':{'a':{'type':'string','minLength':4}},'required':['a']},"
                        + "{'properties':{'a':{'type':'string','maxLength':4}}}],'type':'object'}",
                "{'$ref':'#/$defs/point'}",
                "{'$ref':'#/$defs/tree'}"
            })
    void everySampleFitsItsSchema(String value) {
        JsonNode schema = parameters(value);
        Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON);
        Set<JsonNode> different = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            JsonNode sample = sample(schema, seed);
            assertThat(judge.validate(
                            sample.toString(),
                            InputFormat.JSON,
                            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as("%s", sample)
                    .isEmpty();
            different.add(sample);
        }
        assertThat(different).isNotEmpty();
    }

    @Test
    void aTextWithoutRulesIsAWordOfTheConversation() {
        JsonNode sample = sample(parameters("{'type':'string'}"), 1);

        assertThat("weather in Dongguan").contains(sample.get("value").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "{}", "{'type':['object','null']}", "{'type':'object','properties':{}}"})
    void aFunctionWithoutParametersGetsNoArguments(String schema) throws Exception {
        assertThat(sample(JSON.readTree(schema.replace('\'', '"')), 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "{'enum':[]}",
                "{'type':'integer','minimum':2,'maximum':1}",
                "{'type':'integer','exclusiveMinimum':1,'exclusiveMaximum':2}",
                "{'type':'number','minimum':1e999999999}",
                "{'type':'string','minLength':1000000000}",
                "{'type':'string','minLength':5,'maxLength':4}",
                "{'type':'string','pattern':'(((a{999}){999}){999}){999}'}",
                "{'type':'string','pattern':'a{1000000000}'}",
                "{'type':'string','pattern':'('}",
                "{'type':'string','pattern':'^a$','minLength':2}",
                "{'type':'array','minItems':1000000000}",
                "{'type':'array','minItems':5,'uniqueItems':true,'items':{'enum':[1,2]}}",
                "{'type':'object','minProperties':1000000000}",
                "{'$ref':'#/$defs/loop'}",
                "{'$ref':'#/$defs/endless'}",
                "{'$ref':'#/$defs/absent'}",
                "{'$ref':'https://example.com/schema'}",
                "{'type':'nope'}",
                "{'type':[]}",
                "{'type':'integer','not':{'minimum':0}}",
                "{'not':{}}",
                "{'if':{'type':'string'},'then':{'maxLength':1}}",
                "{'type':'object','required':['a'],'dependentRequired':{'a':['b']}}",
                "{'type':'object','required':['a'],'dependentSchemas':{'a':{'required':['b']}}}",
                "{'type':'array','contains':{'const':1}}",
                "[]",
                "'text'"
            })
    @Timeout(10)
    void whatCannotBeMetInDecentTimeIsRefused(String value) {
        assertThatThrownBy(() -> sample(parameters(value), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("no arguments can be made up for the tool f: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "5",
                "'x'",
                "[]",
                "{'type':'string'}",
                "{'type':['string','null']}",
                "{'type':'nope'}",
                "{'not':{}}",
                "{'enum':['a']}",
                "{'const':5}",
                "{'allOf':[{'type':'string'},{'type':'object'}]}"
            })
    void parametersThatNoArgumentsFitAreRefused(String schema) throws Exception {
        JsonNode parameters = JSON.readTree(schema.replace('\'', '"'));

        assertThatThrownBy(() -> sample(parameters, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("no arguments can be made up for the tool f: ");
    }

    @Test
    void argumentsMayBeGivenByTheirSchema() throws Exception {
        assertThat(sample(JSON.readTree("{\"enum\":[{\"city\":\"Dongguan\"}]}"), 1)
                        .toString())
                .isEqualTo("{\"city\":\"Dongguan\"}");
    }

    private static JsonNode sample(JsonNode schema, int seed) {
        return Samples.arguments("f", schema, "weather in Dongguan", new SplittableRandom(seed));
    }

    /** An object whose one required property fits the schema. */
    private static JsonNode parameters(String value) {
        String json = """
                {'type':'object','required':['value'],'additionalProperties':false,'properties':{'value':%s},'$defs':{
                  'point':{'type':'object','required':['x'],'properties':{'x':{'type':'integer'}}},
                  'tree':{'type':'object','required':['children'],
                    'properties':{'children':{'type':'array','items':{'$ref':'#/$defs/tree'}}}},
                  'loop':{'$ref':'#/$defs/loop'},
                  'endless':{'type':'object','required':['next'],'properties':{'next':{'$ref':'#/$defs/endless'}}}}}
                """;
        try {
            return JSON.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(json.formatted(value).replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
