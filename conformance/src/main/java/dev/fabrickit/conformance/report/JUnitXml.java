package dev.fabrickit.conformance.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The verdicts for a build server: a test case for each requirement. */
final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(xml).suite(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void suite(Report report) throws XMLStreamException {
        Verdict verdict = report.verdict();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        attribute("name", "fabrickit");
        attribute("tests", verdict.findings().size());
        attribute("failures", count(verdict, "failure"));
        attribute("errors", count(verdict, "error"));
        attribute("skipped", count(verdict, "skipped"));
        attribute("timestamp", report.begun());
        attribute("time", seconds(report.took()));
        for (Finding finding : verdict.findings()) {
            testcase(finding, verdict);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static long count(Verdict verdict, String element) {
        return verdict.findings().stream()
                .filter(finding -> element.equals(elementOf(finding, verdict)))
                .count();
    }

    /** What stands in the test case of a requirement; empty when it passed. */
    private static String elementOf(Finding finding, Verdict verdict) {
        return switch (finding.outcome()) {
            case PASSED -> "";
            case FAILED, NOT_TESTABLE -> verdict.isKnown(finding) ? "skipped" : "failure";
            case ERROR -> "error";
            case DISABLED, NOT_SUPPORTED -> "skipped";
        };
    }

    private void testcase(Finding finding, Verdict verdict) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", "fabrickit." + finding.requirement().id().replaceAll("\\..*", ""));
        attribute(
                "name", finding.requirement().id() + " " + finding.requirement().text());
        attribute("time", seconds(finding.took()));
        String element = elementOf(finding, verdict);
        if (!element.isEmpty()) {
            reason(element, finding);
        }
        xml.writeEndElement();
    }

    private void reason(String element, Finding finding) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", finding.outcome() + ": " + finding.reason());
        if (!element.equals("skipped")) {
            attribute("type", finding.outcome());
            finding.broken().stream()
                    .map(example -> example.title() + " (" + example.place() + "): " + example.reason())
                    .limit(20)
                    .forEach(this::text);
        }
        xml.writeEndElement();
    }

    private void text(String line) {
        try {
            xml.writeCharacters(legal(line) + "\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value.toString()));
    }

    /** XML has no place for most control characters, however they are spelt. */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }
}
