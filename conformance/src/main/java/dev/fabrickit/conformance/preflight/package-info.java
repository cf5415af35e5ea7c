/** Tells, before anything is created, what would make a run fail that is no fault of the service. */
@NullMarked
package dev.fabrickit.conformance.preflight;

import org.jspecify.annotations.NullMarked;
