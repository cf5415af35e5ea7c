/** Answers without a model. */
@NullMarked
package dev.fabrickit.server.invocation.simulated;

import org.jspecify.annotations.NullMarked;
