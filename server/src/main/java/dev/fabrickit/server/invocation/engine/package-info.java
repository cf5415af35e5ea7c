/** What answers an invocation: one small interface, and the pieces that all answers are made of. */
@NullMarked
package dev.fabrickit.server.invocation.engine;

import org.jspecify.annotations.NullMarked;
