package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.invocation.engine.Engine;
import dev.fabrickit.server.invocation.engine.EngineKind;
import dev.fabrickit.server.lifecycle.Delays;
import dev.fabrickit.server.settings.SettingsReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Engines that answer without a model. */
@Singleton
public class SimulatedKind implements EngineKind {
    private final Wording wording;
    private final ToolUses tools;
    private final Lines lines;
    private final Delays delays;
    private final Timers timers;

    SimulatedKind(Wording wording, ToolUses tools, Lines lines, Delays delays, Timers timers) {
        this.wording = wording;
        this.tools = tools;
        this.lines = lines;
        this.delays = delays;
        this.timers = timers;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public Engine make(String key, Map<String, Object> settings) {
        SimulatedSettings read = SettingsReader.read(key, settings, SimulatedSettings.class);
        Duration token = read.token() == null ? delays.token() : read.token().duration();
        Timing timing =
                new Timing(read.firstToken() == null ? token : read.firstToken().duration(), token, read.jitter());
        Fixtures fixtures =
                read.fixtures() == null ? Fixtures.NONE : FixtureFile.read(key + ".fixtures", read.fixtures());
        return new SimulatedEngine(fixtures, read.echo(), timing, wording, tools, lines, timers);
    }
}
