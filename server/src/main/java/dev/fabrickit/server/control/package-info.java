@NullMarked
package dev.fabrickit.server.control;

import org.jspecify.annotations.NullMarked;
