package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.run.Run;
import io.cucumber.core.plugin.HtmlFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import java.io.IOException;
import java.io.OutputStream;

/** Cucumber's page of all examples, without secrets. */
public final class HtmlReport implements ConcurrentEventListener {
    private final HtmlFormatter page;

    public HtmlReport(OutputStream out) throws IOException {
        page = new HtmlFormatter(new MaskingStream(out, Run.current().target()::masked));
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        page.setEventPublisher(publisher);
    }
}
