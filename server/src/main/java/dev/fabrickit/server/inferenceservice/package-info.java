@NullMarked
package dev.fabrickit.server.inferenceservice;

import org.jspecify.annotations.NullMarked;
