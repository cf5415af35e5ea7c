@NullMarked
package dev.fabrickit.server.health;

import org.jspecify.annotations.NullMarked;
