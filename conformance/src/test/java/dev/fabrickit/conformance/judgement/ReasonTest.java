package dev.fabrickit.conformance.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {
    @ParameterizedTest
    @CsvSource({
        "NO_WORKSPACE, 400, dataartsfabric.00010003",
        "NO_WORKSPACE, 404, Anything.0404",
        "NO_RESOURCE,  404, dataartsfabric.00010009",
        "NO_SPEC,      404, Anything.0404",
        "TOKEN,        401, APIG.1002",
        "TOKEN,        401, APIGW.1002",
        "TOKEN,        403, 403",
        "NO_CREDENTIALS, 401, APIG.0301",
        "SIGNATURE,    401, APIG.0301",
        "RULE,         409, Anything.0409",
        "RULE,         400, Anything.0400",
        "INVALID,      422, Anything.0422",
        "TOO_LARGE,    413, APIG.0201"
    })
    void documented_takes_what_the_documents_leave_open(Reason reason, int status, String code) {
        assertThat(isMeant(reason, status, code, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NO_WORKSPACE, 400, common.01000001",
        "NO_WORKSPACE, 500, dataartsfabric.00010003",
        "NO_RESOURCE,  409, dataartsfabric.00010009",
        "NO_RESOURCE,  403, dataartsfabric.00010009",
        "NO_SPEC,      500, dataartsfabric.00010011",
        "TOKEN,        400, APIG.1002",
        "TOKEN,        401, common.01000001",
        "TOKEN,        500, APIG.1002",
        "RULE,         500, dataartsfabric.90000005",
        "RULE,         401, dataartsfabric.90000005",
        "RULE,         429, dataartsfabric.90000005",
        "UNREADABLE,   500, common.01000001",
        "TOO_LARGE,    500, APIGW.0201"
    })
    void documented_takes_nothing_else(Reason reason, int status, String code) {
        assertThat(isMeant(reason, status, code, false)).isFalse();
    }

    @Test
    void full_takes_one_status_for_each() {
        for (Reason reason : Reason.values()) {
            assertThat(IntStream.range(200, 600).filter(status -> reason.isMeantBy(status, true)))
                    .as(reason.name())
                    .hasSize(1);
        }
    }

    private static boolean isMeant(Reason reason, int status, String code, boolean full) {
        return reason.isMeantBy(status, full) && reason.isMeantBy(status, code, full);
    }
}
