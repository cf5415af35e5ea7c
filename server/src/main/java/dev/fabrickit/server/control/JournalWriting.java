package dev.fabrickit.server.control;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Puts a journal writer into each connection. */
@Singleton
@Requires(property = Control.ENABLED, value = "true")
class JournalWriting implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Journal journal;

    JournalWriting(Journal journal) {
        this.journal = journal;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.CONNECTION ? new Connection(channel, journal) : this;
            }
        });
        return event.getBean();
    }

    private record Connection(Channel channel, Journal journal) implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline()
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "journal", new JournalWriter(journal));
        }
    }
}
