package dev.fabrickit.server.control;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Notes what one connection asks for, where everything passes: most of what is refused reaches no filter. */
final class JournalWriter extends ChannelDuplexHandler {
    private final Journal journal;
    /** Answers come in the order of their requests. */
    private final Queue<HttpRequest> unanswered = new ArrayDeque<>();

    JournalWriter(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            unanswered.add(request);
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response
                && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            noteNext(response);
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        while (!unanswered.isEmpty()) {
            noteNext(null);
        }
        super.channelInactive(context);
    }

    private void noteNext(@Nullable HttpResponse response) {
        HttpRequest request = unanswered.poll();
        if (request != null) {
            journal.note(request, response);
        }
    }
}
