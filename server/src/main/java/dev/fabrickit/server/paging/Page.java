package dev.fabrickit.server.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many match in all
 * @param items the matches on this page
 */
public record Page<T>(int total, List<T> items) {

    public static <T> Page<T> empty() {
        return new Page<>(0, List.of());
    }

    public <R> List<R> show(Function<? super T, R> form) {
        return items.stream().map(form).toList();
    }
}
