package dev.fabrickit.server.paging;

/**
 * Which part of a list is asked for.
 *
 * @param offset how many matches to skip
 * @param limit how many to show at most
 */
public record Window(int offset, int limit) {}
