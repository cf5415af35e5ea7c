package dev.fabrickit.client;

import dev.fabrickit.client.api.Call;
import dev.fabrickit.client.schema.Endpoint;
import dev.fabrickit.client.schema.ServiceInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for endpoints and inference services by asking for their state, at first after 0.2 seconds, then ever less often, at
 * least every 5 seconds. It gives up at once when the state is one that does not pass by itself.
 *
 * <p>Every method throws a {@link FailedStateException} in such a state, a {@link WaitTimedOutException} when the time is
 * over, and what the asking throws. Source: the states of ShowEndpoint and ShowServiceInstanceDetail in the API reference.
 */
public final class Waiting {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final FabricClient client;
    private final Settings settings;
    private final Consumer<Progress> progress;

    Waiting(FabricClient client, Settings settings, Consumer<Progress> progress) {
        this.client = client;
        this.settings = settings;
        this.progress = progress;
    }

    /** The same, telling what it sees each time it has asked. */
    public Waiting reporting(Consumer<Progress> progress) {
        return new Waiting(client, settings, progress);
    }

    /**
     * Waits until an endpoint is RUNNING. Minutes are usual for real compute.
     *
     * @param atMost how long to wait
     * @return the running endpoint
     */
    public Endpoint awaitRunningEndpoint(String workspaceId, String endpointId, Duration atMost) {
        return until(State::isRunning, State::neverRuns, showEndpoint(workspaceId, endpointId), atMost, () -> {
            Endpoint endpoint = client.endpoints().showEndpoint(workspaceId, endpointId);
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
        return until(State::isRunning, State::neverRuns, showService(workspaceId, instanceId), atMost, () -> {
            ServiceInstance service = client.inferenceServices().showServiceInstanceDetail(workspaceId, instanceId);
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
                () -> orGone(() -> State.of(client.endpoints().showEndpoint(workspaceId, endpointId))));
    }

    /** Waits until a deleted inference service is gone: until then it holds its model and the units of its endpoint. */
    public void awaitGoneService(String workspaceId, String instanceId, Duration atMost) {
        until(
                State::isGone,
                State::neverGoes,
                showService(workspaceId, instanceId),
                atMost,
                () -> orGone(
                        () -> State.of(client.inferenceServices().showServiceInstanceDetail(workspaceId, instanceId))));
    }

    private record Seen<T>(T thing, State state) {}

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
            Predicate<State> wanted, Predicate<State> hopeless, Call call, Duration atMost, Supplier<Seen<T>> look) {
        Instant begun = settings.time().now();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Seen<T> seen = look.get();
            Duration waited = Duration.between(begun, settings.time().now());
            progress.accept(new Progress(call.subject(), seen.state.status(), waited));
            if (wanted.test(seen.state)) {
                return seen.thing;
            }
            if (hopeless.test(seen.state)) {
                throw new FailedStateException(call, seen.state.masked(client.secrets()));
            }
            if (waited.compareTo(atMost) >= 0) {
                throw new WaitTimedOutException(call, seen.state.status(), atMost);
            }
            settings.pause(shorter(pause, atMost.minus(waited)), call);
            pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
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
