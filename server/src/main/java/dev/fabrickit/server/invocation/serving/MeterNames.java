package dev.fabrickit.server.invocation.serving;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import io.micronaut.configuration.metrics.aggregator.MeterRegistryConfigurer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Leaves vLLM's names their colon, which Micrometer would make an underscore. */
@Singleton
class MeterNames implements MeterRegistryConfigurer<PrometheusMeterRegistry> {
    static final String VLLM = "vllm:";

    @Override
    public void configure(PrometheusMeterRegistry registry) {
        registry.config().namingConvention(new PrometheusNamingConvention() {
            @Override
            public String name(String name, Meter.Type type, @Nullable String unit) {
                return name.startsWith(VLLM)
                        ? VLLM + super.name(name.substring(VLLM.length()), type, unit)
                        : super.name(name, type, unit);
            }
        });
    }

    @Override
    public Class<PrometheusMeterRegistry> getType() {
        return PrometheusMeterRegistry.class;
    }
}
