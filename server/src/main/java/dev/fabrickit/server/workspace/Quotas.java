package dev.fabrickit.server.workspace;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.settings.Limits;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;

/**
 * How many there may be of each, at most what the contract allows as the {@code total} of a list.
 *
 * @param workspaces of one account
 * @param endpoints of one workspace
 * @param models of one workspace
 * @param versions of one model
 * @param services of one workspace
 */
@Context
@ConfigurationProperties("fabrickit.quota")
public record Quotas(int workspaces, int endpoints, int models, int versions, int services) {
    public Quotas {
        Limits.atLeast(0, "fabrickit.quota.workspaces", workspaces);
        Limits.atLeast(0, "fabrickit.quota.endpoints", endpoints);
        Limits.atLeast(0, "fabrickit.quota.models", models);
        Limits.atLeast(0, "fabrickit.quota.versions", versions);
        Limits.atLeast(0, "fabrickit.quota.services", services);
    }

    public static Refusal exceeded(String what, int most) {
        return new Refusal(
                ErrorCode.QUOTA_EXCEEDED,
                "there are " + most + " " + what + " already, and no more are allowed",
                "Delete one that you do not need any more.");
    }
}
