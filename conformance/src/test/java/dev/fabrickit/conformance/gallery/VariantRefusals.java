package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.CorrectVariant.that;
import static dev.fabrickit.conformance.gallery.Rewriting.bodies;
import static dev.fabrickit.conformance.gallery.Rewriting.heads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Servers that refuse in other words. */
final class VariantRefusals {
    private static final String OWN = "dataartsfabric\\.9\\d{7}";
    private static final String MISSING = "dataartsfabric\\.0001000[39]";

    private VariantRefusals() {}

    static List<CorrectVariant> all() {
        return List.of(
                that("404 for what is missing", refusing(MISSING, 404, code -> code)),
                that("404 and a code of its own for what is missing", refusing(MISSING, 404, code -> "Fabric.0404")),
                that("409 for what a rule forbids", refusing(OWN, 409, code -> "Fabric.0409")),
                that("other codes for what a rule forbids", refusing(OWN, 400, code -> "dataartsfabric.00010444")),
                that("422 for what is out of range", outOfRange()),
                that("403 for wrong credentials", forbidding()),
                that("the gateway's numbers with its other prefix", refusing("APIGW?\\..*", 0, VariantRefusals::other)),
                that(
                        "refusals that say more",
                        refusals(body -> body.put("solution_msg", "ask again")
                                .put("request_id", "4711")
                                .put("error_detail", "none"))));
    }

    private static String other(String code) {
        return code.startsWith("APIGW.") ? code.replace("APIGW.", "APIG.") : code.replace("APIG.", "APIGW.");
    }

    /** Status 0 leaves it as it is. */
    private static Interference refusing(String codes, int status, UnaryOperator<String> code) {
        return heads((request, answer) -> {
            String given = code(answer);
            if (given.matches(codes)) {
                ObjectNode body = (ObjectNode) Rewriting.json(answer);
                answer.body(Rewriting.bytes(body.put("error_code", code.apply(given))));
                answer.status(status == 0 ? answer.code() : status);
            }
        });
    }

    static String code(MutableHttpResponse<?> answer) {
        return answer.code() >= 400 && Rewriting.isJson(answer)
                ? Rewriting.json(answer).path("error_code").asText()
                : "";
    }

    /** The documents tie their code to what cannot be read or has a wrong type. */
    private static Interference outOfRange() {
        return heads((request, answer) -> {
            if (code(answer).equals("common.01000001")
                    && Rewriting.json(answer)
                            .path("error_msg")
                            .asText()
                            .matches(".*(must be at (most|least)|characters|pattern).*")) {
                answer.status(422);
                answer.body(Rewriting.bytes(((ObjectNode) Rewriting.json(answer)).put("error_code", "Fabric.0422")));
            }
        });
    }

    private static Interference forbidding() {
        return heads((request, answer) -> {
            if (answer.code() == 401) {
                answer.status(403);
                ObjectNode body = (ObjectNode) Rewriting.json(answer);
                body.put("error_code", 403).put("error_msg", "Forbidden").put("title", "Forbidden");
                body.putObject("error")
                        .put("code", "403")
                        .put("message", "Forbidden")
                        .put("title", "Forbidden");
                answer.body(Rewriting.bytes(body));
            }
        });
    }

    private static Interference refusals(Consumer<ObjectNode> change) {
        return bodies(answer -> answer.code() >= 400, change);
    }
}
