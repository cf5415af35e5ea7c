/** Servers that are wrong on purpose, each in the way that its class is named for. */
@NullMarked
package dev.fabrickit.client.wrong;

import org.jspecify.annotations.NullMarked;
