package dev.fabrickit.server.page;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The contract, and a page to click through it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ContractController {
    private final SelfContainedContract contract;

    ContractController(SelfContainedContract contract) {
        this.contract = contract;
    }

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    String openApi() {
        return contract.text();
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    String page() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <title>fabrickit: DataArts Fabric inference</title>
                  <link rel="stylesheet" href="swagger-ui/swagger-ui.css">
                </head>
                <body>
                  <div id="contract"></div>
                  <script src="swagger-ui/swagger-ui-bundle.js"></script>
                  <script>
                    SwaggerUIBundle({
                      url: "openapi.yaml",
                      dom_id: "#contract",
                      docExpansion: "list",
                      defaultModelsExpandDepth: -1,
                      displayRequestDuration: true,
                      persistAuthorization: true,
                      tryItOutEnabled: true
                    });
                  </script>
                </body>
                </html>
                """;
    }
}
