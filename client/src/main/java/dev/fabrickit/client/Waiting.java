package dev.fabrickit.client;

import dev.fabrickit.client.Look.Seen;
import dev.fabrickit.client.api.Call;
import dev.fabrickit.client.api.EndpointApi;
import dev.fabrickit.client.api.InferenceserviceApi;
import dev.fabrickit.client.schema.Endpoint;
import dev.fabrickit.client.schema.ServiceInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for endpoints and inference services by asking for their state, at first after 0.2 seconds, then ever less often, at
 * least every 5 seconds. It gives up at once when the state is one that does not pass by itself. That the connection fails, or
 * that the service answers 429 or 5xx, may pass: it asks again. A last look is taken when the time is over, and given a second.
 *
 * <p>Every method throws a {@link FailedStateException} in such a state, a {@link WaitTimedOutException} when the time is
 * over, and what else the asking throws. What the one who is told throws ends the waiting, too. Source: the states of
 * ShowEndpoint and ShowServiceInstanceDetail in the API reference.
 */
public final class Waiting {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private final HttpCaller admin;
    private final HttpCaller ep;
    private final Consumer<Progress> progress;

    Waiting(HttpCaller admin, HttpCaller ep, Consumer<Progress> progress) {
        this.admin = admin;
        this.ep = ep;
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /** The same, telling what it sees each time it has asked. */
    public Waiting reporting(Consumer<Progress> progress) {
        return new Waiting(admin, ep, progress);
    }

    /**
     * Waits until an endpoint is RUNNING. Minutes are usual for real compute.
     *
     * @param atMost how long to wait
     * @return the running endpoint
     */
    public Endpoint awaitRunningEndpoint(String workspaceId, String endpointId, Duration atMost) {
        return until(State::isRunning, State::neverRuns, showEndpoint(workspaceId, endpointId), atMost, left -> {
            Endpoint endpoint = endpoint(workspaceId, endpointId, left);
            return new Seen<>(endpoint, State.of(endpoint));
        });
    }

    /**
     * Waits until an inference service is RUNNING. It is PENDING as long as its endpoint is not.
     *
     * @param atMost how long to wait
     * @return the running service
     */
    public ServiceInstance awaitRunningService(String workspaceId, String instanceId, Duration atMost) {
        return until(State::isRunning, State::neverRuns, showService(workspaceId, instanceId), atMost, left -> {
            ServiceInstance service = service(workspaceId, instanceId, left);
            return new Seen<>(service, State.of(service));
        });
    }

    /** Waits until a deleted endpoint is gone: until then its workspace cannot be deleted. */
    public void awaitGoneEndpoint(String workspaceId, String endpointId, Duration atMost) {
        until(
                State::isGone,
                State::neverGoes,
                showEndpoint(workspaceId, endpointId),
                atMost,
                left -> orGone(() -> State.of(endpoint(workspaceId, endpointId, left))));
    }

    /** Waits until a deleted inference service is gone: until then it holds its model and the units of its endpoint. */
    public void awaitGoneService(String workspaceId, String instanceId, Duration atMost) {
        until(
                State::isGone,
                State::neverGoes,
                showService(workspaceId, instanceId),
                atMost,
                left -> orGone(() -> State.of(service(workspaceId, instanceId, left))));
    }

    private Endpoint endpoint(String workspaceId, String endpointId, Duration left) {
        return new EndpointApi(admin.within(left)).showEndpoint(workspaceId, endpointId);
    }

    private ServiceInstance service(String workspaceId, String instanceId, Duration left) {
        return new InferenceserviceApi(ep.within(left)).showServiceInstanceDetail(workspaceId, instanceId);
    }

    private static Seen<State> orGone(Supplier<State> look) {
        State state;
        try {
            state = look.get();
        } catch (ErrorAnswerException e) {
            if (!e.isMissing()) {
                throw e;
            }
            state = State.GONE;
        }
        return new Seen<>(state, state);
    }

    private <T> T until(
            Predicate<State> wanted,
            Predicate<State> hopeless,
            Call call,
            Duration atMost,
            Function<Duration, Seen<T>> asking) {
        Objects.requireNonNull(atMost, "atMost");
        Settings settings = ep.settings();
        Instant begun = settings.time().now();
        Duration pause = FIRST_PAUSE;
        Duration waited = Duration.ZERO;
        String status = Look.NOTHING;
        while (true) {
            Duration left = longer(atMost.minus(waited), LAST_LOOK);
            Look<T> look = Look.of(() -> asking.apply(left));
            waited = Duration.between(begun, settings.time().now());
            progress.accept(new Progress(call.subject(), look.status(), waited));
            Seen<T> seen = look.seen();
            if (seen != null) {
                if (wanted.test(seen.state())) {
                    return seen.thing();
                }
                if (hopeless.test(seen.state())) {
                    throw new FailedStateException(call, seen.state().masked(ep.secrets()));
                }
                status = look.status();
            }
            if (waited.compareTo(atMost) >= 0) {
                throw new WaitTimedOutException(call, status, atMost, look.failure());
            }
            settings.pause(shorter(longer(pause, look.askedPause()), atMost.minus(waited)), call);
            pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Call showEndpoint(String workspaceId, String endpointId) {
        return Call.of("showEndpoint", "GET", "")
                .withPath("workspace_id", workspaceId)
                .withPath("endpoint_id", endpointId);
    }

    private static Call showService(String workspaceId, String instanceId) {
        return Call.of("showServiceInstanceDetail", "GET", "")
                .withPath("workspace_id", workspaceId)
                .withPath("instance_id", instanceId);
    }
}
