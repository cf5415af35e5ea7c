package dev.fabrickit.server.paging;

import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Makes the pages of all lists. */
@Singleton
public class Pages {
    private static final int ALL = Integer.MAX_VALUE;

    private final Rules rules;

    Pages(Rules rules) {
        this.rules = rules;
    }

    /** Reads total and items as of one moment, so that they fit each other while others create and delete. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public <T> Page<T> read(Window window, IntSupplier total, Function<Window, List<T>> items) {
        return page(window, total, items);
    }

    /** A page of what does not change. */
    public <T> Page<T> of(List<T> all, Window window) {
        return page(
                window,
                all::size,
                part -> all.stream().skip(part.offset()).limit(part.limit()).toList());
    }

    /** Whether a filter for visibility leaves nothing: nothing in the stub is public. */
    public boolean areEmptyFor(@Nullable String visibility) {
        return "PUBLIC".equals(visibility) && rules.enforces(Rule.NOTHING_IS_PUBLIC);
    }

    private <T> Page<T> page(Window window, IntSupplier total, Function<Window, List<T>> items) {
        List<T> page = new ArrayList<>(items.apply(new Window(
                rules.enforces(Rule.PAGES_BEGIN_AT_THE_OFFSET) ? window.offset() : 0,
                rules.enforces(Rule.PAGES_KEEP_TO_THE_LIMIT) ? window.limit() : ALL)));
        if (!rules.enforces(Rule.LISTS_ARE_IN_ORDER)) {
            Collections.reverse(page);
        }
        return new Page<>(rules.enforces(Rule.TOTAL_COUNTS_ALL_MATCHES) ? total.getAsInt() : page.size(), page);
    }
}
