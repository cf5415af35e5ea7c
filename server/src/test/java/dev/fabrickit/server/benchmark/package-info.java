/**
 * What the stub bears and what it costs, measured beside a baseline in the same run. The load comes from a process of its
 * own. Run with {@code -Pexhaustive}, on a machine that does nothing else.
 */
package dev.fabrickit.server.benchmark;
