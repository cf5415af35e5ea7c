package dev.fabrickit.conformance.requirement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a requirement holds. */
public enum Basis {
    /** The tutorial or the API reference says so. */
    @JsonProperty("documented")
    DOCUMENTED,
    /** It follows from what is documented. */
    @JsonProperty("inferred")
    INFERRED,
    /** The documents are silent, and this project decided: only the profile {@code full} asks for it. */
    @JsonProperty("chosen")
    CHOSEN
}
