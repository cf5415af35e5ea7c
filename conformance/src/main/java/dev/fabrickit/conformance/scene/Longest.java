package dev.fabrickit.conformance.scene;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.contract.Limits;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.run.Run;
import io.swagger.v3.oas.models.media.Schema;

/** Texts as long as the contract allows: as long as all official sources agree on, unless the whole contract is asked for. */
final class Longest {
    private static final String NAME = "aBcDeFgHi-_";
    private static final String TEXT = "Wörter und 中文, in every order. ";

    private Longest() {}

    /** One that a new resource can be created with. It ends with another character than a blank. */
    static String of(Field field, Kind kind, Names names) {
        Contract contract = Run.current().contract();
        Schema<?> schema = contract.requestOf(kind.create());
        for (String step : field.placeIn(kind).substring(1).split("/")) {
            schema = (Schema<?>) schema.getProperties().get(step);
        }
        int length = new Limits(schema, contract.isFull()).most("maxLength").orElseThrow();
        boolean text = field == Field.DESCRIPTION || field == Field.VERSION_DESCRIPTION;
        String start = text ? TEXT : names.own(NAME);
        return (start + (text ? TEXT : NAME).repeat(length)).substring(0, length - 1) + "Z";
    }
}
