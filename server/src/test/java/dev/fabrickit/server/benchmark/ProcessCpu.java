package dev.fabrickit.server.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process, the servers', spends: it does not depend on what else the machine does. */
final class ProcessCpu {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long before = SYSTEM.getProcessCpuTime();

    /** Since this was made, for each of so many requests. */
    double microsEach(int requests) {
        return (SYSTEM.getProcessCpuTime() - before) / 1e3 / requests;
    }

    static int cores() {
        return SYSTEM.getAvailableProcessors();
    }
}
