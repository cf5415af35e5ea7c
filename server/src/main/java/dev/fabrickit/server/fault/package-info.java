/** Faults on demand: what a server does to its callers when it is not well, exactly when it is told to. */
@NullMarked
package dev.fabrickit.server.fault;

import org.jspecify.annotations.NullMarked;
