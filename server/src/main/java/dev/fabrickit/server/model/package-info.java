@NullMarked
package dev.fabrickit.server.model;

import org.jspecify.annotations.NullMarked;
