package dev.fabrickit.conformance.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.run.Means;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Caller;
import dev.fabrickit.conformance.wire.Login;
import dev.fabrickit.conformance.wire.Target;
import dev.fabrickit.conformance.wire.Unreachable;
import dev.fabrickit.conformance.wire.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks for what is wrong with the target's address or with what the caller can use there. A service that answers wrongly is
 * none of its business: the requirements tell that.
 */
public final class Preflight {
    /** With the start of the program, every mistake is named in five seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(3_500);

    private static final String TUTORIAL_SPEC = "mu.llama3.8b";

    private final Target target;
    private final Contract contract;
    private final Means means;
    private final Wire wire;

    /** @param contract any: answers are not judged here */
    public Preflight(Target target, Contract contract, Means means) {
        this.target = target.hurried(PATIENCE);
        this.contract = contract;
        this.means = means;
        wire = new Wire(this.target, contract, exchange -> {});
    }

    /** What is wrong, and the way out, in one line; empty when the run can begin. */
    public Optional<String> problem() {
        try {
            return Stream.<Supplier<Optional<String>>>of(
                            this::adminHost, this::epHost, this::secondTenant, this::specCode, this::baseModel)
                    .map(Supplier::get)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (Unreachable | Login.Refused e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> adminHost() {
        Answer workspaces = wire.ask(firstOf("listWorkspaces"));
        if (isPage(workspaces, "workspaces") || isPage(wire.ask(firstOf("listSpecs")), "spec_codes")) {
            return Optional.empty();
        }
        if (workspaces.status() == 401 || workspaces.status() == 403) {
            return Optional.of(new Refused(target.own(), workspaces).reason("--token", "--ak and --sk"));
        }
        if (!target.admin().equals(target.ep()) && isPage(swapped().ask(firstOf("listWorkspaces")), "workspaces")) {
            return Optional.of("the two hosts are exchanged: " + target.admin()
                    + " is the ep host. Exchange --base-url and --ep-url.");
        }
        if (!isOfAnApi(workspaces)) {
            return Optional.of("what answers at " + target.admin() + " is not this service: it answers "
                    + workspaces.status() + " with "
                    + workspaces.header("Content-Type").orElse("no content")
                    + ". Check the host and the base path.");
        }
        return workspaces.status() == 404
                ? Optional.of("there is no /v1/workspaces under " + target.admin() + " (404 " + workspaces.reason()
                        + "). Check the base path of --base-url.")
                : Optional.empty();
    }

    private Wire swapped() {
        return new Wire(target.swapped(), contract, exchange -> {});
    }

    private static Call firstOf(String listing) {
        return Call.of(listing).with("limit", "1");
    }

    private static boolean isPage(Answer answer, String items) {
        return answer.status() == 200 && answer.body().path(items).isArray();
    }

    private static boolean isOfAnApi(Answer answer) {
        return answer.body().isObject();
    }

    /** It must say of a workspace that does not exist what the admin host says, and not that it knows no such path. */
    private Optional<String> epHost() {
        Answer services = inNoWorkspace("listServicesInstances");
        if (services.status() == 401 || services.status() == 403) {
            return Optional.of("the ep host " + target.ep() + " refuses what the admin host takes (" + services.status()
                    + " " + services.reason() + "). Check --ep-url.");
        }
        boolean answered = services.status() != 404
                || services.isMissing() && services.reason().contains("0001000");
        if (answered && isOfAnApi(services)) {
            return Optional.empty();
        }
        // Who refuses in a wrong form everywhere is to be judged, and is no other host.
        Answer endpoints = inNoWorkspace("listEndpoints");
        boolean alike =
                endpoints.status() == services.status() && code(endpoints).equals(code(services));
        return alike ? Optional.empty() : Optional.of(notTheEpHost(services));
    }

    private Answer inNoWorkspace(String listing) {
        return wire.ask(firstOf(listing).in("workspace_id", "fabrickit-preflight"));
    }

    private static String code(Answer answer) {
        return answer.body().path("error_code").asText();
    }

    private String notTheEpHost(Answer answer) {
        return target.ep() + " does not answer for inference services (" + answer.status() + " " + answer.reason()
                + "). Give the ep host, like https://fabric-ep.cn-north-4.myhuaweicloud.com, with --ep-url.";
    }

    private Optional<String> secondTenant() {
        if (!target.hasOther()) {
            return Optional.empty();
        }
        Answer answer = wire.ask(firstOf("listWorkspaces").by(Caller.OTHER));
        return answer.status() == 401 || answer.status() == 403
                ? Optional.of("of the second tenant, "
                        + new Refused(target.other(), answer).reason("--other-token", "--other-ak and --other-sk"))
                : Optional.empty();
    }

    private Optional<String> specCode() {
        String spec = means.specCode() == null ? TUTORIAL_SPEC : means.specCode();
        return notOffered("listSpecs", "spec_codes", "spec_code", spec)
                .map(offered -> "this account cannot use the spec code " + spec + ". Choose with --spec-code from "
                        + offered + ".");
    }

    private Optional<String> baseModel() {
        String model = means.baseModelType();
        return model == null || model.isEmpty()
                ? Optional.empty()
                : notOffered("listBaseModels", "models", "base_model_type", model)
                        .map(offered -> "this account cannot use the base model " + model
                                + ". Choose with --base-model-type from " + offered + ".");
    }

    /** What a catalogue offers that does not offer the value; empty when it does, or tells nothing. */
    private Optional<String> notOffered(String listing, String items, String field, String value) {
        Answer page = wire.ask(Call.of(listing).with("limit", "100"));
        JsonNode offered = page.body().path(items);
        if (!isPage(page, items)
                || offered.isEmpty()
                || page.body().path("total").asInt() > offered.size()) {
            return Optional.empty();
        }
        return offered.findValuesAsText(field).contains(value)
                ? Optional.empty()
                : Optional.of(String.join(", ", offered.findValuesAsText(field)));
    }
}
