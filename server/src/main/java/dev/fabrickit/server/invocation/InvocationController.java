package dev.fabrickit.server.invocation;

import dev.fabrickit.server.inferenceservice.InferenceServices;
import dev.fabrickit.server.inferenceservice.ServiceRow;
import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.invocation.serving.Pools;
import dev.fabrickit.server.schema.ChatCompletion;
import dev.fabrickit.server.schema.ChatCompletionRequest;
import dev.fabrickit.server.seam.InOrder;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The streamed operation. Written by hand because the generator turns a stream into one object; a test holds it to the
 * contract's path, verb, media types and body.
 */
@Controller
class InvocationController {
    private final InferenceServices services;
    private final ChatRules chatRules;
    private final Engines engines;
    private final Pools pools;
    private final EventWriter events;
    private final EventStreams streams;
    private final List<Interference> interferences;
    private final Clock clock;

    InvocationController(
            InferenceServices services,
            ChatRules chatRules,
            Engines engines,
            Pools pools,
            EventWriter events,
            EventStreams streams,
            List<Interference> interferences,
            Clock clock) {
        this.services = services;
        this.chatRules = chatRules;
        this.engines = engines;
        this.pools = pools;
        this.events = events;
        this.streams = streams;
        this.interferences = interferences;
        this.clock = clock;
    }

    @Post(
            uri = "/v1/workspaces/{workspace_id}/services/instances/{instance_id}/invocations",
            produces = {MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
    @ExecuteOn(TaskExecutors.BLOCKING)
    CompletableFuture<HttpResponse<?>> invokeModelService(
            @PathVariable("workspace_id") String workspaceId,
            @PathVariable("instance_id") String instanceId,
            @Body ChatCompletionRequest request,
            HttpRequest<?> http) {
        ServiceRow service = services.requireServing(workspaceId, instanceId);
        chatRules.require(request);
        Flux<Piece> answer = pools.admit(service, engines.of(service).answer(request));
        Completion completion = Completion.begin(clock.instant(), service.modelId());
        if (Boolean.FALSE.equals(request.getStream())) {
            return streams.untilLeft(http, whole(completion, answer))
                    .<HttpResponse<?>>map(whole -> HttpResponse.ok(whole).contentType(MediaType.APPLICATION_JSON_TYPE))
                    .toFuture();
        }
        return streams.open(http, interfered(http, stream(completion, request, answer)))
                .thenApply(stream -> HttpResponse.ok(stream)
                        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache"));
    }

    private Mono<ChatCompletion> whole(Completion completion, Flux<Piece> answer) {
        return answer.map(completion::chunk)
                .collect(WholeAnswer::new, WholeAnswer::add)
                .map(whole -> whole.in(completion.whole()));
    }

    private Flux<byte[]> stream(Completion completion, ChatCompletionRequest request, Flux<Piece> answer) {
        boolean usage = new Chat(request).wantsUsage();
        ChunkWriter chunks = new ChunkWriter(events, completion);
        return answer.filter(piece -> usage || !(piece instanceof Piece.Tokens))
                .map(chunks::chunk)
                .concatWith(Mono.fromSupplier(events::end))
                .onErrorResume(failure -> chunks.hasBegun() ? Mono.just(events.failure(failure)) : Mono.error(failure));
    }

    private Publisher<byte[]> interfered(HttpRequest<?> http, Flux<byte[]> stream) {
        return new InOrder(interferences).events(http, stream);
    }
}
