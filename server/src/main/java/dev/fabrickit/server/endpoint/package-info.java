@NullMarked
package dev.fabrickit.server.endpoint;

import org.jspecify.annotations.NullMarked;
