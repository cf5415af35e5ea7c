package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.wire.Exchange;
import java.util.Map;

/** Says how to send a request again. */
final class Curl {
    private Curl() {}

    /** A command for a POSIX shell. Secrets are variables in it; a signature has to be made anew. */
    static String of(Exchange exchange) {
        StringBuilder command = new StringBuilder("curl -sS -i -X " + exchange.method() + " "
                + quoted(exchange.url().toString()));
        for (Map.Entry<String, String> header : exchange.requestHeaders().entrySet()) {
            command.append(" \\\n  -H ").append(quotedHeader(header.getKey(), header.getValue()));
        }
        if (exchange.requestBody() != null) {
            command.append(" \\\n  --data-binary ").append(quoted(exchange.requestBody()));
        }
        return command.toString();
    }

    private static String quotedHeader(String name, String value) {
        return value.matches("\\$(\\{|\\(echo \\$)?FABRICKIT.*")
                ? '"' + name + ": " + value + '"'
                : quoted(name + ": " + value);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
