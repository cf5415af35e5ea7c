@NullMarked
package dev.fabrickit.server.junit;

import org.jspecify.annotations.NullMarked;
