@NullMarked
package dev.fabrickit.server.auth;

import org.jspecify.annotations.NullMarked;
