package dev.fabrickit.server.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One connection that sends its requests one after the other. */
final class Visitor extends ChannelInboundHandlerAdapter {
    private static final int BLANK_LINE = '\n' << 8 | '\n';
    private static final long DONE =
            ByteBuffer.wrap("[DONE]\n\n".getBytes(StandardCharsets.US_ASCII)).getLong();

    private final Order order;
    private final Tally tally;
    private final byte[] body;
    private ChannelHandlerContext channel;
    private int left;
    private long sentAt;
    private int status;
    private long events;
    /** The last eight bytes. */
    private long recent;

    Visitor(Order order, Tally tally) {
        this.order = order;
        this.tally = tally;
        this.body = order.body().getBytes(StandardCharsets.UTF_8);
        this.left = order.each();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context;
        if (order.bytesPerSecond() > 0) {
            context.executor().scheduleAtFixedRate(context::read, 0, 1, TimeUnit.SECONDS);
        }
    }

    void send() {
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                body.length == 0 ? HttpMethod.GET : HttpMethod.POST,
                order.path(),
                Unpooled.wrappedBuffer(body));
        request.headers()
                .set(HttpHeaderNames.HOST, "localhost")
                .set("X-Auth-Token", order.token())
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        events = 0;
        recent = 0;
        sentAt = System.nanoTime();
        channel.writeAndFlush(request);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse head) {
            status = head.status().code();
        }
        if (message instanceof HttpContent part) {
            read(part.content());
            part.release();
            if (part instanceof LastHttpContent) {
                end();
            }
        }
    }

    private void read(ByteBuf text) {
        while (text.isReadable()) {
            recent = recent << 8 | text.readUnsignedByte();
            if ((recent & 0xFFFF) == BLANK_LINE) {
                events++;
            }
        }
    }

    private void end() {
        left--;
        if (status == 200) {
            tally.whole(System.nanoTime() - sentAt, events, recent == DONE);
        } else {
            tally.cut();
        }
        if (left > 0) {
            send();
        }
    }

    void leave() {
        channel.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        for (; left > 0; left--) {
            tally.cut();
        }
    }
}
