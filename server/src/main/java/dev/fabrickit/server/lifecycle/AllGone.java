package dev.fabrickit.server.lifecycle;

/** Told within the transaction that removes everything stored at once. */
public record AllGone() {}
