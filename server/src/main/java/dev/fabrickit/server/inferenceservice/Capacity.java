package dev.fabrickit.server.inferenceservice;

import dev.fabrickit.server.catalogue.Specs;
import dev.fabrickit.server.endpoint.EndpointRow;
import dev.fabrickit.server.endpoint.EndpointVersion;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.schema.ServiceUnits;
import dev.fabrickit.server.schema.UnitRange;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Which units of an endpoint an inference service gets. */
@Singleton
class Capacity {
    private final Specs specs;
    private final Rules rules;

    Capacity(Specs specs, Rules rules) {
        this.specs = specs;
        this.rules = rules;
    }

    /**
     * @param held what the services of the endpoint hold
     * @param asked null asks for all that are free
     */
    Units grant(EndpointRow endpoint, int held, @Nullable ServiceUnits asked) {
        EndpointVersion.Units offered = endpoint.present().units();
        int free = offered.max() - held;
        if (asked == null) {
            requireFree(1, free);
            int taken = rules.enforces(Rule.SERVICE_WITHOUT_UNITS_TAKES_ALL_THAT_ARE_FREE) ? Math.max(1, free) : 1;
            return new Units(offered.specCode(), Math.min(offered.min(), taken), taken);
        }
        specs.require(asked.getSpecCode());
        return fitting(endpoint, free, new Units(asked.getSpecCode(), asked.getMin(), asked.getMax()));
    }

    /**
     * @param held what the other services of the endpoint hold
     * @param asked null changes nothing
     */
    Units change(EndpointRow endpoint, int held, Units before, @Nullable UnitRange asked) {
        if (asked == null) {
            return before;
        }
        rules.require(
                Rule.SERVICE_MINIMUM_IS_FIXED,
                asked.getMin() == before.min(),
                () -> new Refusal(
                        ErrorCode.NOT_CHANGEABLE,
                        "resource.min of an inference service cannot be changed",
                        "Send it as it is: " + before.min() + "."));
        int free = endpoint.present().units().max() - held;
        return fitting(endpoint, free, new Units(before.specCode(), asked.getMin(), asked.getMax()));
    }

    private Units fitting(EndpointRow endpoint, int free, Units units) {
        int most = endpoint.present().units().max();
        rules.require(
                Rule.MAX_IS_NOT_BELOW_MIN,
                units.max() >= units.min(),
                () -> new Refusal(
                        ErrorCode.MAX_BELOW_MIN,
                        "resource.max (" + units.max() + ") is below resource.min (" + units.min() + ")"));
        rules.require(
                Rule.SERVICE_IS_NOT_WIDER_THAN_ITS_ENDPOINT,
                units.max() <= most,
                () -> new Refusal(
                        ErrorCode.ABOVE_ENDPOINT,
                        "resource.max (" + units.max() + ") is above the endpoint's maximum of " + most));
        // A service that is too wide by itself breaks the other rule.
        if (units.max() <= most) {
            requireFree(units.max(), free);
        }
        return units;
    }

    private void requireFree(int needed, int free) {
        rules.require(
                Rule.SERVICES_FIT_THE_ENDPOINT,
                needed <= free,
                () -> new Refusal(
                        ErrorCode.ENDPOINT_FULL,
                        "the endpoint has " + free + " units free, but the service needs " + needed,
                        "Delete a service of this endpoint, or widen the endpoint."));
    }
}
