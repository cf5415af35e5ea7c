package dev.fabrickit.server.invocation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.StubClock;
import dev.fabrickit.server.Timers;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.inferenceservice.Units;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two slots for each unit, three places in the queue. */
class PoolTest {
    private static final EventLoopGroup LOOPS = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private static final Duration COLD_START = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration TICK = Duration.ofMillis(1);

    private final StubClock clock = new StubClock();
    private final Timers timers = new Timers(clock, LOOPS);
    private final List<Caller> callers = new ArrayList<>();
    private Pool pool;

    /** Does nothing with the slot but hold it. */
    private final class Caller {
        private final Ticket ticket = new Ticket();
        private boolean served;
        private Throwable refusal;

        Caller() {
            pool.enter(ticket).subscribe(null, problem -> refusal = problem, () -> served = true);
        }

        void leave() {
            pool.leave(ticket);
        }

        boolean isRefused(ErrorCode code) {
            return refusal instanceof Refusal refused && refused.code() == code;
        }
    }

    @BeforeEach
    void stopTheClock() {
        clock.stop();
    }

    @AfterAll
    static void close() {
        LOOPS.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private void units(int min, int max) {
        pool = new Pool(spec(min, max), new UnitSettings(2, 3, COLD_START, IDLE, Duration.ofSeconds(1)), timers, clock);
    }

    private static Units spec(int min, int max) {
        return new Units("mu.llama3.8b", min, max);
    }

    private void come(int many) {
        IntStream.range(0, many).forEach(i -> callers.add(new Caller()));
    }

    private List<Integer> served() {
        return IntStream.range(0, callers.size())
                .filter(i -> callers.get(i).served)
                .boxed()
                .toList();
    }

    @Test
    void whoComesFirstIsServedFirst() {
        units(1, 1);
        come(5);
        assertThat(served()).containsExactly(0, 1);

        callers.get(1).leave();
        assertThat(served()).containsExactly(0, 1, 2);
        callers.get(0).leave();
        assertThat(served()).containsExactly(0, 1, 2, 3);
        assertThat(pool.running()).isEqualTo(2);
        assertThat(pool.waiting()).isOne();
    }

    @Test
    void whoComesToAFullQueueIsRefusedAtOnceAndNobodyElse() {
        units(1, 1);
        come(6);

        assertThat(callers)
                .filteredOn(caller -> caller.isRefused(ErrorCode.QUEUE_FULL))
                .containsExactly(callers.get(5));
        assertThat(pool.waiting()).isEqualTo(3);
        callers.get(5).leave();
        assertThat(pool.running()).isEqualTo(2);
    }

    @Test
    void whoLeavesTheQueueMakesRoomInIt() {
        units(1, 1);
        come(5);

        callers.get(3).leave();
        come(1);
        assertThat(pool.waiting()).isEqualTo(3);
        callers.get(0).leave();
        callers.get(1).leave();
        assertThat(served()).containsExactly(0, 1, 2, 4);
    }

    @Test
    void whoHasLeftBeforeHeCameTakesNoPlace() {
        units(1, 1);
        Ticket ticket = new Ticket();

        pool.leave(ticket);
        pool.enter(ticket).subscribe();

        assertThat(pool.running()).isZero();
        assertThat(pool.waiting()).isZero();
    }

    @Test
    void leavingTwiceFreesOneSlot() {
        units(1, 1);
        come(2);

        callers.get(0).leave();
        callers.get(0).leave();

        assertThat(pool.running()).isOne();
    }

    @Test
    void theFirstCallerOfNoUnitsPaysTheColdStart() {
        units(0, 1);
        come(1);
        assertThat(pool.units()).isZero();

        clock.advance(COLD_START.minus(TICK));
        assertThat(served()).isEmpty();
        clock.advance(TICK);
        assertThat(served()).containsExactly(0);
        come(1);
        assertThat(served()).containsExactly(0, 1);
    }

    @Test
    void asManyUnitsStartAsTheQueueNeedsAndNoMoreThanTheMaximum() {
        units(1, 2);
        come(4);
        assertThat(served()).containsExactly(0, 1);

        clock.advance(COLD_START);
        assertThat(served()).containsExactly(0, 1, 2, 3);
        come(3);
        clock.advance(COLD_START);

        assertThat(pool.units()).isEqualTo(2);
        assertThat(pool.waiting()).isEqualTo(3);
    }

    @Test
    void unitsThatAreNotNeededGoAfterAWhileDownToTheMinimum() {
        units(1, 3);
        come(5);
        clock.advance(COLD_START);
        assertThat(pool.units()).isEqualTo(3);

        callers.forEach(Caller::leave);
        clock.advance(IDLE.minus(TICK));
        assertThat(pool.units()).isEqualTo(3);
        clock.advance(TICK);
        assertThat(pool.units()).isOne();
    }

    @Test
    void withoutAMinimumTheLastUnitGoesAsWell() {
        units(0, 1);
        come(1);
        clock.advance(COLD_START);

        callers.get(0).leave();
        clock.advance(IDLE);

        assertThat(pool.units()).isZero();
    }

    @Test
    void unitsThatWereNeededMeanwhileStay() {
        units(0, 3);
        come(5);
        clock.advance(COLD_START);
        callers.forEach(Caller::leave);

        clock.advance(IDLE.dividedBy(2));
        come(3);
        callers.subList(5, 8).forEach(Caller::leave);
        clock.advance(IDLE.dividedBy(2));
        assertThat(pool.units()).isEqualTo(2);
        clock.advance(IDLE.dividedBy(2));
        assertThat(pool.units()).isZero();
    }

    @Test
    void aWiderServiceServesWhoWaits() {
        units(1, 1);
        come(4);

        pool.resize(spec(1, 2));
        clock.advance(COLD_START);

        assertThat(served()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aNarrowerServiceServesNobodyNewUntilItFits() {
        units(2, 2);
        come(5);

        pool.resize(spec(1, 1));
        callers.get(0).leave();
        callers.get(1).leave();
        assertThat(served()).containsExactly(0, 1, 2, 3);
        callers.get(2).leave();
        assertThat(served()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aDeletedServiceRefusesWhoWaitsAndWhoComesButEndsWhatItBegan() {
        units(1, 1);
        come(3);

        pool.close();
        come(1);

        assertThat(callers)
                .filteredOn(caller -> caller.isRefused(ErrorCode.NOT_READY))
                .containsExactly(callers.get(2), callers.get(3));
        assertThat(pool.running()).isEqualTo(2);
        callers.forEach(Caller::leave);
        assertThat(pool.running()).isZero();
        assertThat(pool.waiting()).isZero();
    }

    @Test
    void aDeletedServiceStartsNoUnits() {
        units(0, 1);
        come(1);

        pool.close();
        clock.advance(COLD_START);

        assertThat(pool.units()).isZero();
        assertThat(served()).isEmpty();
    }

    @Test
    void aLongQueueOfCallersWhoLeaveAtOnceIsServedWithoutRecursion() {
        int many = 20_000;
        pool = new Pool(spec(1, 1), new UnitSettings(1, many, COLD_START, IDLE, COLD_START), timers, clock);
        come(1);
        List<Ticket> left = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Ticket ticket = new Ticket();
            pool.enter(ticket).subscribe(null, null, () -> {
                left.add(ticket);
                pool.leave(ticket);
            });
        }

        callers.get(0).leave();

        assertThat(left).hasSize(many);
        assertThat(pool.running()).isZero();
    }
}
