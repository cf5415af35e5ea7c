/** What an invocation needs of its inference service: a slot in a unit that runs, in its turn; and what is measured of it. */
@NullMarked
package dev.fabrickit.server.invocation.serving;

import org.jspecify.annotations.NullMarked;
