package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.judgement.Reason;
import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.scene.Chat;
import dev.fabrickit.conformance.scene.Claimant;
import dev.fabrickit.conformance.scene.Field;
import dev.fabrickit.conformance.scene.Filter;
import dev.fabrickit.conformance.scene.Garbage;
import dev.fabrickit.conformance.scene.Quality;
import dev.fabrickit.conformance.scene.Reference;
import dev.fabrickit.conformance.scene.Value;
import dev.fabrickit.conformance.wire.Caller;
import io.cucumber.java.ParameterType;
import java.util.List;

/** The words that sentences are made of. */
public class Vocabulary {
    @ParameterType(Reference.KINDS)
    public Kind kind(String noun) {
        return Reference.kind(noun);
    }

    @ParameterType(Reference.SPELLINGS)
    public Reference resource(String spelling) {
        return Reference.read(spelling);
    }

    @ParameterType(Quality.SPELLINGS)
    public List<Quality> qualities(String spelling) {
        return Quality.read(spelling);
    }

    @ParameterType(Field.WORDS)
    public Field field(String word) {
        return Field.called(word);
    }

    @ParameterType(Value.SPELLINGS)
    public Value value(String spelling) {
        return new Value(spelling);
    }

    @ParameterType(Filter.SPELLINGS)
    public Filter filter(String spelling) {
        return Filter.read(spelling);
    }

    @ParameterType(Claimant.SPELLINGS)
    public Caller caller(String spelling) {
        return Claimant.read(spelling);
    }

    @ParameterType(Chat.WISHES)
    public String wish(String spelling) {
        return spelling;
    }

    @ParameterType(Reason.SPELLINGS)
    public Reason reason(String spelling) {
        return Reason.read(spelling);
    }

    @ParameterType(Garbage.SPELLINGS)
    public Garbage garbage(String spelling) {
        return Garbage.read(spelling);
    }
}
