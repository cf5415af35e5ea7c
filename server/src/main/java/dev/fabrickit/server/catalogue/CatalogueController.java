package dev.fabrickit.server.catalogue;

import dev.fabrickit.server.api.AbstractCatalogueController;
import dev.fabrickit.server.schema.Spec;
import dev.fabrickit.server.schema.SpecPage;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;

@Controller
class CatalogueController extends AbstractCatalogueController {
    /** Specs of units are what endpoints are created with; specs of nodes for Ray are not offered. */
    private static final String SCENARIO = "ENDPOINT";

    private final Specs specs;

    CatalogueController(Specs specs) {
        this.specs = specs;
    }

    @Override
    public HttpResponse<SpecPage> listSpecs(
            String specCode, List<String> specTypes, Integer offset, Integer limit, String scenario) {
        List<Spec> matches = specs.all().stream()
                .filter(spec -> specCode == null || specCode.equals(spec.getSpecCode()))
                .filter(spec -> specTypes == null || specTypes.isEmpty() || specTypes.contains(spec.getSpecType()))
                .filter(spec -> scenario == null || scenario.equals(SCENARIO))
                .toList();
        return HttpResponse.ok(new SpecPage()
                .total(matches.size())
                .specCodes(matches.stream().skip(offset).limit(limit).toList()));
    }
}
