@NullMarked
package dev.fabrickit.server;

import org.jspecify.annotations.NullMarked;
