package dev.fabrickit.server.health;

import dev.fabrickit.server.api.AbstractHealthController;
import dev.fabrickit.server.schema.Health;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;

@Controller
class HealthController extends AbstractHealthController {
    @Override
    public HttpResponse<Health> showHealth() {
        return HttpResponse.ok(new Health().status("UP"));
    }
}
