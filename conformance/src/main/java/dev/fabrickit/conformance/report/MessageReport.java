package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.run.Run;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import java.io.OutputStream;

/** Cucumber's messages, one a line, without secrets. */
public final class MessageReport implements ConcurrentEventListener {
    private final MessageFormatter messages;

    public MessageReport(OutputStream out) {
        messages = new MessageFormatter(new MaskingStream(out, Run.current().target()::masked));
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        messages.setEventPublisher(publisher);
    }
}
