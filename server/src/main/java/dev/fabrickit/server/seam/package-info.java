/** The one place where a stub can be made to misbehave. Everything else in the server does what the contract says. */
@NullMarked
package dev.fabrickit.server.seam;

import org.jspecify.annotations.NullMarked;
