package dev.fabrickit.server.catalogue;

import dev.fabrickit.server.api.AbstractCatalogueController;
import dev.fabrickit.server.paging.Page;
import dev.fabrickit.server.paging.Pages;
import dev.fabrickit.server.paging.Window;
import dev.fabrickit.server.schema.Spec;
import dev.fabrickit.server.schema.SpecPage;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;

@Controller
class CatalogueController extends AbstractCatalogueController {
    private final Specs specs;
    private final Pages pages;

    CatalogueController(Specs specs, Pages pages) {
        this.specs = specs;
        this.pages = pages;
    }

    @Override
    public HttpResponse<SpecPage> listSpecs(
            String specCode, List<String> specTypes, Integer offset, Integer limit, String scenario) {
        Page<Spec> page = pages.of(specs.matching(specCode, specTypes, scenario), new Window(offset, limit));
        return HttpResponse.ok(new SpecPage().total(page.total()).specCodes(page.items()));
    }
}
