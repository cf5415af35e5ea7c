package dev.fabrickit.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a token is for: a project, or the whole account when none is named. The stub has no projects and takes every name
 * for one; a token opens the same either way.
 */
record TokenScope(
        @Nullable String projectId,
        @Nullable String projectName,
        @Nullable String domain) {

    static TokenScope of(JsonNode scope) {
        JsonNode project = scope.path("project");
        JsonNode domain = scope.path("domain");
        TokenScope named = new TokenScope(
                project.path("id").textValue(),
                project.path("name").textValue(),
                domain.path("id").asText(domain.path("name").textValue()));
        boolean empty = named.projectId == null && named.projectName == null && named.domain == null;
        if (empty && !scope.isMissingNode() && !scope.isNull()) {
            throw new IllegalArgumentException("auth.scope must name a project or a domain, by its id or its name.");
        }
        return named;
    }

    boolean isOpenTo(Caller caller) {
        return domain == null || domain.equals(caller.domainId()) || domain.equals(caller.domainName());
    }

    /** Adds {@code project} or {@code domain} to what IAM says of a token. */
    void describe(ObjectNode token, Caller caller) {
        if (projectId == null && projectName == null) {
            describeDomain(token, caller);
            return;
        }
        ObjectNode project = token.putObject("project")
                .put("id", projectId == null ? idOf(projectName, caller) : projectId)
                .put("name", projectName == null ? projectId : projectName);
        describeDomain(project, caller);
    }

    static void describeDomain(ObjectNode owner, Caller caller) {
        owner.putObject("domain").put("id", caller.domainId()).put("name", caller.domainName());
    }

    /** The same for every process: 32 hexadecimal digits. */
    private static String idOf(String projectName, Caller caller) {
        byte[] name = (caller.domainId() + "/" + projectName).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }
}
