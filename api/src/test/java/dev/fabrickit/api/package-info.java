@NullMarked
package dev.fabrickit.api;

import org.jspecify.annotations.NullMarked;
