package io.plumbline.ui.drift;

import io.plumbline.domain.LogRecord;
import io.plumbline.monitoring.FakeProductionLog;
import io.plumbline.monitoring.SimulatedTraffic;

/** Sixty days with a step of malware on day 40, and canaries. */
final class DriftLog {

    static final int STEP = 40;

    private DriftLog() {
    }

    static FakeProductionLog withAStep() {
        SimulatedTraffic traffic = new SimulatedTraffic(61);
        for (int i = 0; i < 60; i++) {
            traffic.add(i, new SimulatedTraffic.Day().with("malware", 30, i < STEP ? 0.95 : 0.6).with("fraud", 35, 0.93).with("hate", 30, 0.96)
                .with(LogRecord.BENIGN, 60, 0.01));
            traffic.add(i, new SimulatedTraffic.Day().with("malware", 5, 0.9).canary("direct", "probe"));
        }
        return traffic.log();
    }
}
