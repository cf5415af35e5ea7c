@NullMarked
package dev.fabrickit.server.workspace;

import org.jspecify.annotations.NullMarked;
