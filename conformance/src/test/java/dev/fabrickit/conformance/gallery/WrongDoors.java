package dev.fabrickit.conformance.gallery;

import static dev.fabrickit.conformance.gallery.Meddling.exchanges;
import static dev.fabrickit.conformance.gallery.WrongServer.that;

import dev.fabrickit.server.Stub;
import dev.fabrickit.server.seam.Interference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;

/** Servers that let in whom they should not, or keep out whom they should let in. */
final class WrongDoors {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final String TOKEN = "x-auth-token";
    private static final String WRITES = "(create|update|delete|cleanup|deploy|invoke).*";
    private static final String ALL = "(?!showHealth).+";

    private WrongDoors() {}

    static List<WrongServer> all() {
        return List.of(
                that("nobody needs credentials", opening(ALL, sent -> nobody(sent)), "AU.1")
                        .spoiling(),
                that("who reads needs no credentials", opening("(list|show).*", WrongDoors::nobody), "AU.1")
                        .alsoFailing("ER.1"),
                that("who lists specs needs no credentials", opening("listSpecs", WrongDoors::nobody), "AU.1"),
                that(
                                "who deletes a version needs no credentials",
                                opening("deleteModelVersion", WrongDoors::nobody),
                                "AU.1")
                        .spoiling(),
                that(
                                "any token will do",
                                opening(
                                        ALL,
                                        sent -> sent.headers().containsKey(TOKEN)
                                                && !sent.headers().get(TOKEN).contains("another")),
                                "AU.2",
                                "AU.3",
                                "AU.20")
                        .spoiling(),
                that(
                        "any token will do for changes of models",
                        opening(
                                "updateModelDefinition",
                                sent -> sent.headers().containsKey(TOKEN)
                                        && !sent.headers().get(TOKEN).contains("another")),
                        "AU.2"),
                that(
                        "tokens last for ever",
                        opening(
                                ALL,
                                sent -> sent.headers().getOrDefault(TOKEN, "").startsWith("MII")),
                        "AU.3"),
                that(
                        "a beginning of a token will do",
                        opening(
                                ALL,
                                sent -> Stub.DEVELOPMENT_TOKEN.startsWith(
                                        sent.headers().getOrDefault(TOKEN, "-"))),
                        "AU.20"),
                that(
                        "a token may have more behind",
                        opening(
                                ALL,
                                sent -> sent.headers().getOrDefault(TOKEN, "").startsWith(Stub.DEVELOPMENT_TOKEN)),
                        "AU.20"),
                that(
                        "tokens in small letters or capital ones",
                        opening(
                                ALL,
                                sent -> sent.headers()
                                        .getOrDefault(TOKEN, "")
                                        .equalsIgnoreCase(Stub.DEVELOPMENT_TOKEN)),
                        "AU.20"),
                that(
                        "any signature will do",
                        opening(ALL, WrongDoors::signed),
                        "AU.5",
                        "AU.6",
                        "AU.21",
                        "AU.22",
                        "AU.23"),
                that("any signature will do for writing", opening(WRITES, WrongDoors::signed), "AU.21", "AU.22"),
                that(
                        "signatures do not age",
                        opening(ALL, sent -> signed(sent) && age(sent).compareTo(Duration.ofMinutes(15)) > 0),
                        "AU.6"),
                that(
                        "signatures from the future",
                        opening(ALL, sent -> signed(sent) && age(sent).compareTo(Duration.ofMinutes(-15)) < 0),
                        "AU.23"),
                that("signatures are not understood", closing(ALL, WrongDoors::signed), "AU.4", "AU.22")
                        .alsoFailing("AU.5", "AU.6", "AU.21", "AU.23", "AU.7")
                        .spoiling(),
                that(
                        "the signature decides",
                        new Detour(
                                ALL,
                                sent -> signed(sent) && sent.headers().containsKey(TOKEN)
                                        ? sent.with(TOKEN, "")
                                        : sent),
                        "AU.7"),
                that("health is for tenants only", closing("showHealth", WrongDoors::nobody), "HE.1"),
                that(
                                "wrong tokens are forbidden without a word",
                                exchanges(ALL, (request, answer) -> answer.code() == 401 ? answer.body(null) : answer),
                                "ER.1")
                        .spoiling(),
                that(
                                "who is not known is answered with 400",
                                exchanges(ALL, (request, answer) -> answer.code() == 401 ? answer.status(400) : answer),
                                "AU.1",
                                "AU.2")
                        .spoiling(),
                that("a stranger may list what another has", stranger("listModels"), "TN.2"),
                that("a stranger may look at an endpoint", stranger("showEndpoint"), "TN.2"),
                that("a stranger may invoke what another has", stranger("invokeModelService"), "TN.2"),
                that("a stranger may change a workspace", stranger("updateWorkspace"), "TN.2"),
                that("a stranger may delete a model", stranger("cleanupModel"), "TN.2"));
    }

    /** Lets in, as the tenant under test, whom a condition names. */
    private static Interference opening(String operations, Predicate<Detour.Sent> whom) {
        return new Detour(operations, sent -> whom.test(sent) ? sent.with(TOKEN, Stub.DEVELOPMENT_TOKEN) : sent);
    }

    /** Keeps out whom a condition names. */
    private static Interference closing(String operations, Predicate<Detour.Sent> whom) {
        return new Detour(
                operations, sent -> whom.test(sent) ? sent.to("/v1/specs").with(TOKEN, "no-such-token") : sent);
    }

    private static Interference stranger(String operation) {
        return opening(operation, sent -> sent.headers().getOrDefault(TOKEN, "").contains("another"));
    }

    private static boolean nobody(Detour.Sent sent) {
        return !sent.headers().containsKey(TOKEN) && !signed(sent);
    }

    private static boolean signed(Detour.Sent sent) {
        return sent.headers().containsKey("authorization");
    }

    private static Duration age(Detour.Sent sent) {
        Instant made = LocalDateTime.parse(sent.headers().getOrDefault("x-sdk-date", "20200101T000000Z"), DATE)
                .toInstant(ZoneOffset.UTC);
        return Duration.between(made, Instant.now());
    }
}
