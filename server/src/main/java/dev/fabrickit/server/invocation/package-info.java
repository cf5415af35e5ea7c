@NullMarked
package dev.fabrickit.server.invocation;

import org.jspecify.annotations.NullMarked;
