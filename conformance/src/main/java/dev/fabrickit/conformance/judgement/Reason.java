package dev.fabrickit.conformance.judgement;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a service refuses something: the codes that the documents give, and where a service is free. */
public enum Reason {
    UNREADABLE("because it cannot be read", 400, "common\\.01000001", Set.of()),
    INVALID("because it breaks the contract", 400, "common\\.01000001", Set.of()),
    NO_WORKSPACE("because there is no such workspace", 400, "dataartsfabric\\.00010003", Set.of(404)),
    NO_RESOURCE("because there is no such resource", 400, "dataartsfabric\\.00010009", Set.of(404)),
    NO_SPEC("because there is no such spec", 400, "dataartsfabric\\.00010011", Set.of(404)),
    NO_PATH("because there is no such path", 404, "common\\.01000001|APIGW?\\.0101", Set.of()),
    RULE("because a rule forbids it", 400, "dataartsfabric\\.9\\d{7}", Set.of()),
    SIGNATURE("because the signature is wrong", 401, "APIGW?\\.0301", Set.of(403)),
    TOKEN("because the token is wrong", 401, "APIGW?\\.(1002|0301)", Set.of(403)),
    NO_CREDENTIALS("because there are no credentials", 401, "APIGW?\\.(1002|0301)", Set.of(403)),
    TOO_LARGE("because it is too large", 413, "APIGW?\\.0201", Set.of());

    /** All of them as the features spell them, as a regular expression. */
    public static final String SPELLINGS =
            "because (?:it cannot be read|it breaks the contract|it is too large|a rule forbids it"
                    + "|there is no such (?:workspace|resource|spec|path)|there are no credentials"
                    + "|the (?:signature|token) is wrong)";

    /** Statuses that say nothing about the request. */
    private static final Set<Integer> NO_VERDICTS = Set.of(401, 408, 429);

    private final String spelling;
    private final int status;
    private final String codes;
    private final Set<Integer> otherStatuses;

    Reason(String spelling, int status, String codes, Set<Integer> otherStatuses) {
        this.spelling = spelling;
        this.status = status;
        this.codes = codes;
        this.otherStatuses = otherStatuses;
    }

    /** The reason that the features spell so. */
    public static Reason read(String spelling) {
        return Arrays.stream(values())
                .filter(reason -> reason.spelling.equals(spelling))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no reason " + spelling
                        + ", only "
                        + Arrays.stream(values()).map(reason -> reason.spelling).collect(Collectors.joining(", "))));
    }

    /** Whether a status stands for it: under the whole contract exactly one does. */
    boolean isMeantBy(int answered, boolean full) {
        return answered == status || !full && (isChosen() ? isRefusal(answered) : otherStatuses.contains(answered));
    }

    private static boolean isRefusal(int answered) {
        return answered / 100 == 4 && !NO_VERDICTS.contains(answered);
    }

    /** Whether a code stands for it. The documents tie codes to a status; with another one any code will do. */
    boolean isMeantBy(int answered, String code, boolean full) {
        boolean free = answered != status || isChosen();
        return free && !full || code.matches(codes);
    }

    /** Whether the documents state the refusal, but give no code for it. */
    private boolean isChosen() {
        return this == RULE || this == INVALID;
    }

    /** What would stand for it. */
    String expected(boolean full) {
        if (isChosen() && !full) {
            return "a refusal";
        }
        String others = full
                ? ""
                : otherStatuses.stream().sorted().map(other -> " or " + other).collect(Collectors.joining());
        return status + others + " with the code " + codes.replace("\\", "");
    }
}
