package dev.fabrickit.server.page;

import dev.fabrickit.server.Stub;
import io.micronaut.context.annotation.Property;
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
    private final String token;

    ContractController(
            SelfContainedContract contract,
            @Property(name = "fabrickit.accounts.development.enabled", defaultValue = "true")
                    boolean hasDevelopmentAccount) {
        this.contract = contract;
        this.token = hasDevelopmentAccount ? Stub.DEVELOPMENT_TOKEN : "a token of your account";
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
                  <link rel="icon" href="swagger-ui/favicon-32x32.png">
                  <link rel="stylesheet" href="swagger-ui/swagger-ui.css">
                </head>
                <body>
                  <p style="font: 16px sans-serif; margin: 2em auto 0; max-width: 1420px; padding: 0 20px">
                    <b>The five steps:</b> authorize with <code>%s</code>, then execute createWorkspace, createEndpoint,
                    createModelDefinition, deployServiceInstance and invokeModelService with the bodies that they show. The id
                    that each answers goes into the requests after it.
                  </p>
                  <div id="contract"></div>
                  <script src="swagger-ui/swagger-ui-bundle.js"></script>
                  <script>
                    SwaggerUIBundle({
                      url: "openapi.yaml",
                      dom_id: "#contract",
                      docExpansion: "list",
                      defaultModelsExpandDepth: -1,
                      displayOperationId: true,
                      displayRequestDuration: true,
                      persistAuthorization: true,
                      tryItOutEnabled: true
                    });
                  </script>
                </body>
                </html>
                """.formatted(token);
    }
}
