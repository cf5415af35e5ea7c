package dev.fabrickit.conformance.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import dev.fabrickit.conformance.contract.Operation.Host;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** The contract that a run judges by. */
public final class Contract {
    private static final String RESOURCE = "/dev/fabrickit/api/openapi.yaml";

    private final Map<String, Operation> operations = new HashMap<>();
    private final OpenApiInteractionValidator exchanges;
    private final SchemaValidator schemas;
    private final OpenAPI openApi;
    private final boolean full;

    private Contract(String yaml, boolean full) {
        this.full = full;
        ParseOptions resolving = new ParseOptions();
        resolving.setResolveFully(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(yaml, null, resolving);
        if (!parsed.getMessages().isEmpty()) {
            throw new IllegalStateException("the contract cannot be read: " + parsed.getMessages());
        }
        openApi = parsed.getOpenAPI();
        openApi.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    Set<String> successes = operation.getResponses().keySet().stream()
                            .filter(status -> status.startsWith("2"))
                            .collect(Collectors.toUnmodifiableSet());
                    operations.put(
                            operation.getOperationId(),
                            new Operation(
                                    operation.getOperationId(),
                                    method.name(),
                                    path,
                                    item.getServers() == null ? Host.ADMIN : Host.EP,
                                    successes));
                }));
        exchanges = OpenApiInteractionValidator.createFor(openApi)
                .withLevelResolver(LevelResolverFactory.withAdditionalPropertiesIgnored())
                .build();
        schemas = new SchemaValidator(
                openApi, new MessageResolver(LevelResolverFactory.withAdditionalPropertiesIgnored()));
    }

    /** Everything: for targets that say they follow this contract. */
    public static Contract full() {
        return new Contract(text(), true);
    }

    /** Without what this project chose: for every service. */
    public static Contract documented() {
        DumperOptions dumping = new DumperOptions();
        dumping.setDefaultScalarStyle(DumperOptions.ScalarStyle.PLAIN);
        Yaml yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()), new Representer(dumping), dumping, new LoaderOptions());
        return new Contract(yaml.dump(Relaxation.of(yaml.load(text()))), false);
    }

    private static String text() {
        try (InputStream contract = Contract.class.getResourceAsStream(RESOURCE)) {
            if (contract == null) {
                throw new IllegalStateException("the contract is not on the class path: " + RESOURCE);
            }
            return new String(contract.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Operation operation(String id) {
        Operation operation = operations.get(id);
        if (operation == null) {
            throw new IllegalArgumentException("the contract has no operation " + id);
        }
        return operation;
    }

    /** What the contract says of the events of a streamed operation. */
    public StreamPromise stream(String operationId) {
        Map<?, ?> promise = (Map<?, ?>) described(operationId)
                .getResponses()
                .get("200")
                .getContent()
                .get(StreamPromise.MEDIA_TYPE)
                .getExtensions()
                .get("x-stream");
        return StreamPromise.of(promise);
    }

    public Collection<Operation> operations() {
        return List.copyOf(operations.values());
    }

    /** Its own version. */
    public String version() {
        return openApi.getInfo().getVersion();
    }

    /** The SHA-256 of the whole contract, whatever part of it a run judges by. */
    public static String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line of the whole contract that an operation begins in. */
    public static int lineOf(String operationId) {
        List<String> lines = text().lines().map(String::strip).toList();
        return lines.indexOf("operationId: " + operationId) + 1;
    }

    /** The media types that an operation may answer with, by status; none for an answer without a body. */
    public Map<String, Set<String>> answersOf(Operation operation) {
        Map<String, Set<String>> answers = new TreeMap<>();
        described(operation.id())
                .getResponses()
                .forEach((status, response) -> answers.put(
                        status,
                        response.getContent() == null
                                ? Set.of()
                                : Set.copyOf(response.getContent().keySet())));
        return answers;
    }

    /** What a request of an operation may hold. */
    public Schema<?> requestOf(String operationId) {
        return described(operationId)
                .getRequestBody()
                .getContent()
                .get("application/json")
                .getSchema();
    }

    /** What the query of an operation may hold. */
    public List<Parameter> queryOf(String operationId) {
        return described(operationId).getParameters().stream()
                .filter(parameter -> "query".equals(parameter.getIn()))
                .toList();
    }

    /** All that an operation can be given. */
    public Inputs inputsOf(String operationId) {
        io.swagger.v3.oas.models.Operation operation = described(operationId);
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        return new Inputs(parameters, operation.getRequestBody() == null ? null : requestOf(operationId));
    }

    private io.swagger.v3.oas.models.Operation described(String operationId) {
        Operation operation = operation(operationId);
        return openApi.getPaths()
                .get(operation.path())
                .readOperationsMap()
                .get(PathItem.HttpMethod.valueOf(operation.method()));
    }

    /** Whether it holds what this project chose, too. */
    public boolean isFull() {
        return full;
    }

    /** How many operations there are. */
    public int size() {
        return operations.size();
    }

    /** What is wrong with a request; empty when it keeps to the contract. */
    public List<String> faultsOf(Request request) {
        return messages(exchanges.validateRequest(request));
    }

    /** What is wrong with an answer; empty when it keeps to the contract. */
    public List<String> faultsOf(Operation operation, Response response) {
        Request.Method method = Request.Method.valueOf(operation.method());
        ValidationReport report = exchanges.validateResponse(operation.path(), method, response);
        return messages(report, message -> !isFree(message.getKey(), operation, response));
    }

    private boolean isFree(String fault, Operation operation, Response response) {
        // Where nothing is documented, nobody is misled by something.
        boolean more = !full && fault.equals("validation.response.body.unexpected");
        return more || fault.equals("validation.response.body.missing") && leavesBodiesFree(operation, response);
    }

    /** Whether the relaxation has left of an answer's media types only that there may be any. */
    private boolean leavesBodiesFree(Operation operation, Response response) {
        return Optional.ofNullable(described(operation.id()).getResponses().get(String.valueOf(response.getStatus())))
                .map(ApiResponse::getContent)
                .filter(content -> content.containsKey("*/*"))
                .isPresent();
    }

    /** What is wrong with the data of one event of a stream; empty when it keeps to the named schema. */
    public List<String> faultsOf(String schema, String json) {
        Schema<?> described = openApi.getComponents().getSchemas().get(schema);
        return JsonText.isOneValue(json)
                ? messages(schemas.validate(json, described, "stream"))
                : List.of("it is not one JSON value");
    }

    private static List<String> messages(ValidationReport report) {
        return messages(report, message -> true);
    }

    private static List<String> messages(ValidationReport report, Predicate<ValidationReport.Message> counts) {
        return report.getMessages().stream()
                .filter(counts)
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getMessage().strip())
                .toList();
    }
}
