@NullMarked
package dev.fabrickit.server.lifecycle;

import org.jspecify.annotations.NullMarked;
