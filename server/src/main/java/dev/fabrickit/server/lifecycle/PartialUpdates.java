package dev.fabrickit.server.lifecycle;

import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a request that names only some fields makes of each. */
@Singleton
public class PartialUpdates {
    private final Rules rules;

    PartialUpdates(Rules rules) {
        this.rules = rules;
    }

    /** A field that is never empty: what was not sent stays. */
    public <T> T required(@Nullable T sent, T kept) {
        return sent == null ? kept : sent;
    }

    /** A field that may be empty: what was not sent stays. */
    public <T> @Nullable T optional(@Nullable T sent, @Nullable T kept) {
        return sent == null && rules.enforces(Rule.UPDATES_LEAVE_ABSENT_FIELDS_ALONE) ? kept : sent;
    }

    /** What was not sent stays, empty text clears. */
    public @Nullable String description(@Nullable String sent, @Nullable String kept) {
        boolean ignored = "".equals(sent) && !rules.enforces(Rule.EMPTY_TEXT_CLEARS_A_DESCRIPTION);
        return ignored ? kept : optional(sent, kept);
    }

    public Instant time(Instant now, Instant kept) {
        return rules.enforces(Rule.UPDATES_MOVE_THE_UPDATE_TIME) ? now : kept;
    }

    /** The row to store. */
    public <T> T stored(T changed, T kept) {
        return rules.enforces(Rule.UPDATES_ARE_STORED) ? changed : kept;
    }
}
