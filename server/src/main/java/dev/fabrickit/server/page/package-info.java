@NullMarked
package dev.fabrickit.server.page;

import org.jspecify.annotations.NullMarked;
