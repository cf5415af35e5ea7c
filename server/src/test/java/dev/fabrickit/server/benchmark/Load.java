package dev.fabrickit.server.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests, in a process of its own so that its work does not count as the server's: an order per line comes in, a
 * report per line goes out.
 */
final class Load {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        Load load = new Load();
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(JSON.writeValueAsString(load.carryOut(JSON.readValue(order, Order.class))));
            }
        }
        load.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private Report carryOut(Order order) throws InterruptedException {
        Tally tally = new Tally(order.connections() * order.each());
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < order.connections(); i++) {
            visitors.add(connected(order, tally));
        }
        tally.begin();
        for (int i = 0; i < visitors.size(); i++) {
            loop.schedule(
                    visitors.get(i)::send,
                    (long) order.rampMillis() * 1000 * i / visitors.size(),
                    TimeUnit.MICROSECONDS);
        }
        Report report = tally.report();
        visitors.forEach(Visitor::leave);
        return report;
    }

    private Visitor connected(Order order, Tally tally) throws InterruptedException {
        Visitor visitor = new Visitor(order, tally);
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), visitor);
                    }
                });
        if (order.bytesPerSecond() > 0) {
            // Otherwise the kernel would take the whole answer and the server would notice nothing.
            bootstrap
                    .option(ChannelOption.SO_RCVBUF, 4096)
                    .option(ChannelOption.AUTO_READ, false)
                    .option(
                            ChannelOption.RECVBUF_ALLOCATOR,
                            new FixedRecvByteBufAllocator(order.bytesPerSecond()).maxMessagesPerRead(1));
        }
        bootstrap.connect("127.0.0.1", order.port()).sync();
        return visitor;
    }
}
