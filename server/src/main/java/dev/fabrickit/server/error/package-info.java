@NullMarked
package dev.fabrickit.server.error;

import org.jspecify.annotations.NullMarked;
