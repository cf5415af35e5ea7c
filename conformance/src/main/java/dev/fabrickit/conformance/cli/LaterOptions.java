package dev.fabrickit.conformance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Options that belong to the command line, but not to this version of it. */
final class LaterOptions {
    private LaterOptions() {}

    /** Makes a command refuse these options by name, instead of not knowing them. */
    static void add(CommandLine command, String... names) {
        CommandSpec spec = command.getCommandSpec();
        for (String name : names) {
            spec.addOption(OptionSpec.builder(name)
                    .arity("0..1")
                    .type(String.class)
                    .hidden(true)
                    .setter(refusal(command, name))
                    .build());
        }
    }

    private static ISetter refusal(CommandLine command, String name) {
        return new ISetter() {
            @Override
            public <T> T set(T value) {
                if (value != null) {
                    throw new ParameterException(command, name + " is not available in this version");
                }
                return value;
            }
        };
    }
}
