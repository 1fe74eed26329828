package io.plumbline.signals;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The benchmarks of {@link SignalsBenchmark} by processor time of one thread, for machines that are busy with other work: best of forty
 * rounds after a warm-up. Argument: {@code made-up} or {@code prose}.
 */
public final class SignalsSpeed {

    private static final int WARM_UP = 80_000;
    private static final int RECORDS = 6_000;
    private static final int ROUNDS = 40;

    private SignalsSpeed() {
    }

    public static void main(String[] args) throws Exception {
        SignalsBenchmark benchmark = new SignalsBenchmark();
        benchmark.prepare(args[0]);
        Map<String, Callable<Object>> jobs = new LinkedHashMap<>();
        jobs.put("scan", benchmark::scanOnly);
        jobs.put("language", benchmark::languageOnly);
        jobs.put("refusal and language", benchmark::refusalAndLanguage);
        jobs.put("confidence", benchmark::confidence);
        jobs.put("form", benchmark::form);
        jobs.put("strange text", benchmark::strangeText);
        jobs.put("toxicity", benchmark::toxicity);
        jobs.put("flags with sensitive content", benchmark::flagsWithSensitiveContent);
        jobs.put("labels only", benchmark::labelsOnly);
        jobs.put("all", benchmark::allSignals);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int kept = 0;
        for (Map.Entry<String, Callable<Object>> job : jobs.entrySet()) {
            for (int i = 0; i < WARM_UP; i++) {
                kept += job.getValue().call() == null ? 1 : 0;
            }
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long begun = threads.getCurrentThreadCpuTime();
                for (int i = 0; i < RECORDS; i++) {
                    kept += job.getValue().call() == null ? 1 : 0;
                }
                best = Math.min(best, threads.getCurrentThreadCpuTime() - begun);
            }
            System.out.printf("%-30s %8.0f ns a record %12.0f records a second%n", job.getKey(), (double) best / RECORDS, 1e9 * RECORDS / best);
        }
        System.out.println(kept == 0 ? "" : kept + " results were empty");
    }
}
