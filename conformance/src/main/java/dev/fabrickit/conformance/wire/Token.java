package dev.fabrickit.conformance.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's token: one that was given, or one that a user gets and renews. */
public final class Token {
    /** A day is the life of IAM's tokens; of shorter ones half their life. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** IAM locks out who logs in too often. */
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final @Nullable Login login;
    private final Clock clock;
    private Consumer<String> announcement = secret -> {};
    private String value;
    private Instant due;
    private Instant end;
    private boolean proven;

    private Token(@Nullable Login login, Clock clock, String value, Instant end) {
        this.login = login;
        this.clock = clock;
        this.value = value;
        this.end = end;
        due = end;
    }

    /** One that lasts as long as it lasts. */
    public static Token given(String value) {
        return new Token(null, Clock.systemUTC(), value, Instant.MAX);
    }

    /** One that is got when it is first needed. */
    public static Token of(Login login) {
        return of(login, Clock.systemUTC());
    }

    static Token of(Login login, Clock clock) {
        return new Token(login, clock, "", Instant.MIN);
    }

    /** From now on tells of each new token before it is used. */
    synchronized void announceTo(Consumer<String> secrets) {
        announcement = secrets;
    }

    /** What must never be shown, so far. */
    synchronized Stream<String> secrets() {
        Stream<String> token = value.isEmpty() ? Stream.of() : Resemblance.secrets(value);
        return login == null ? token : Stream.concat(token, Stream.of(login.password()));
    }

    /**
     * What is to be sent now; a new one where the last is about to end.
     *
     * @throws Login.Refused when there is none
     * @throws Unreachable when IAM does not answer
     */
    synchronized String value() {
        Instant now = clock.instant();
        if (login != null && !now.isBefore(due)) {
            renew(login, now);
        }
        return value;
    }

    private void renew(Login user, Instant now) {
        due = now.plus(BETWEEN);
        try {
            Login.Issued issued = user.issue();
            announcement.accept(issued.value());
            Duration half = Duration.between(now, issued.expiresAt()).dividedBy(2);
            value = issued.value();
            end = issued.expiresAt();
            due = end.minus(half.compareTo(MARGIN) < 0 ? half : MARGIN);
        } catch (Login.Refused | Unreachable e) {
            if (!now.isBefore(end)) {
                due = now;
                throw e;
            }
        }
    }

    /** Whether there is another one by now. */
    synchronized boolean isReplaced(String used) {
        return !value.equals(used);
    }

    /** Notes that the service has taken it. */
    synchronized void proveGood() {
        proven = true;
    }

    /** Whether the service has taken it, or one before it. */
    synchronized boolean isProven() {
        return proven;
    }

    /** Puts a new one in the place of one that is refused; says whether there is a new one. */
    synchronized boolean replace(String refused) {
        if (isReplaced(refused)) {
            return true;
        }
        if (login == null) {
            return false;
        }
        end = Instant.MIN;
        renew(login, clock.instant());
        return true;
    }

    @Override
    public String toString() {
        return "(token)";
    }
}
