package dev.fabrickit.conformance.report;

/** What texts have in common that differ only in ids, numbers and names of the run's own. */
final class Likeness {
    private Likeness() {}

    static String of(String text) {
        return text.replaceAll("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}", "<id>")
                .replaceAll("fk-[0-9a-f]+-\\S*", "<name>")
                .replaceAll("\\d+", "<n>");
    }
}
