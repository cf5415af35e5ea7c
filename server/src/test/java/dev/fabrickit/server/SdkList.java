package dev.fabrickit.server;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.huaweicloud.sdk.core.http.Field;
import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.core.http.LocationType;
import com.huaweicloud.sdk.dataartsfabric.v1.DataArtsFabricMeta;
import com.huaweicloud.sdk.dataartsfabricep.v1.DataArtsFabricEpMeta;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The lists that the official SDK can ask for. */
enum SdkList {
    WORKSPACES(DataArtsFabricMeta.listWorkspaces, (sdk, request) -> sdk.admin().listWorkspaces(request)),
    ENDPOINTS(DataArtsFabricMeta.listEndpoints, (sdk, request) -> sdk.admin().listEndpoints(request)),
    MODELS(DataArtsFabricMeta.listModels, (sdk, request) -> sdk.admin().listModels(request)),
    VERSIONS(DataArtsFabricMeta.listModelVersions, (sdk, request) -> sdk.admin().listModelVersions(request)),
    BASE_MODELS(DataArtsFabricMeta.listBaseModels, (sdk, request) -> sdk.admin().listBaseModels(request)),
    SPECS(DataArtsFabricMeta.listSpecs, (sdk, request) -> sdk.admin().listSpecs(request)),
    SERVICES(
            DataArtsFabricEpMeta.listServicesInstances,
            (sdk, request) -> sdk.ep().listServicesInstances(request));

    private final BiFunction<OfficialSdk, Map<String, List<String>>, Object> call;
    private final Set<String> parameters;

    <R> SdkList(HttpRequestDef<R, ?> definition, BiFunction<OfficialSdk, R, Object> call) {
        this.call = (sdk, values) -> call.apply(sdk, request(values, definition.getRequestType()));
        parameters = definition.getRequestFields().stream()
                .filter(field -> field.getLocation() == LocationType.Query)
                .map(Field::getName)
                .collect(Collectors.toSet());
    }

    /**
     * Asks for a page.
     *
     * @param values the values of the request's parameters, by their names on the wire
     */
    Object page(OfficialSdk sdk, Map<String, List<String>> values) {
        return call.apply(sdk, values);
    }

    /** The names of all query parameters that the SDK knows. */
    Set<String> parameters() {
        return parameters;
    }

    private static <R> R request(Map<String, List<String>> values, Class<R> type) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
                .build()
                .convertValue(values, type);
    }
}
