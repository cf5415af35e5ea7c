/** Answers from any server that speaks OpenAI's chat completions. */
@NullMarked
package dev.fabrickit.server.invocation.upstream;

import org.jspecify.annotations.NullMarked;
