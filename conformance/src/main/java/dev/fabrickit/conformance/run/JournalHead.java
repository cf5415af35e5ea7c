package dev.fabrickit.conformance.run;

/**
 * The first line of a journal.
 *
 * @param prefix what the names of the run begin with; empty when they are the tutorial's
 * @param target where it creates
 */
record JournalHead(String prefix, String target) {}
