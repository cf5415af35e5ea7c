@NullMarked
package dev.fabrickit.server.catalogue;

import org.jspecify.annotations.NullMarked;
