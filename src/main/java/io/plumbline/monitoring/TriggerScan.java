package io.plumbline.monitoring;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.signals.trigger.CarriedText;
import io.plumbline.signals.trigger.HarmPrompt;
import io.plumbline.signals.trigger.Inconsistency;
import io.plumbline.signals.trigger.RepeatedGroup;
import io.plumbline.signals.trigger.RepeatedRequests;
import io.plumbline.signals.trigger.TriggerCandidate;
import io.plumbline.signals.trigger.TriggerSearch;
import io.plumbline.signals.trigger.Twins;
import io.plumbline.store.ProductionLog;
import java.util.List;

/**
 * Searches a workspace's log for triggers (R45, R60): candidates nobody thought of, requests answered now this way and now that, and the
 * hits of the watch list. Reads the log once; the prompts that matter are kept while they are few enough.
 */
public final class TriggerScan {

    private static final long REPORT_EVERY = 2_000;

    private final ProductionLog log;
    private final Policy policy;
    private final WatchList watchList;

    public TriggerScan(ProductionLog log, Policy policy, WatchList watchList) {
        this.log = log;
        this.policy = policy;
        this.watchList = watchList;
    }

    static TriggerSearch.Limits limits(Policy policy) {
        return new TriggerSearch.Limits(policy.count("trigger.minimum.prompts"), policy.number("trigger.minimum.lift"),
            policy.number("trigger.alpha"), policy.number("monitor.confidence"));
    }

    /** @param filter which user traffic to search */
    public TriggerReport search(LogFilter filter, Progress progress) {
        long total = log.count(filter);
        HarmPrompts prompts = new HarmPrompts(log, filter);
        TriggerSearch search = new TriggerSearch(limits(policy));
        List<WatchTally> watched = watchList.entries().stream().map(WatchTally::new).toList();
        long[] read = new long[2];
        log.scan(filter, measured -> {
            if (read[0]++ % REPORT_EVERY == 0) {
                progress.check();
                progress.update(read[0], total, "records", "Searching prompts for triggers");
            }
            watched.forEach(w -> w.accept(measured));
            if (measured.isRead() && !LogRecord.BENIGN.equals(measured.record().category())) {
                HarmPrompt prompt = HarmPrompt.of(measured, ProductionLog.keyOf(measured));
                read[1]++;
                prompts.add(prompt);
                search.add(prompt);
            }
        });
        prompts.each(progress, search::compare);
        List<TriggerCandidate> candidates = search.found();
        return new TriggerReport(read[0], read[1], search.examined(), candidates.stream().map(c -> withTwins(c, prompts, progress)).toList(),
            inconsistencies(candidates, prompts, progress), watched.stream().map(w -> w.hits(policy.number("monitor.confidence"))).toList());
    }

    private static TriggerReport.Candidate withTwins(TriggerCandidate candidate, HarmPrompts prompts, Progress progress) {
        Twins twins = new Twins(candidate.text());
        prompts.each(progress, twins::add);
        return new TriggerReport.Candidate(candidate, twins.result());
    }

    /** Prompts that a candidate explains are no inconsistency. */
    private List<Inconsistency> inconsistencies(List<TriggerCandidate> candidates, HarmPrompts prompts, Progress progress) {
        List<String> texts = candidates.stream().map(TriggerCandidate::text).toList();
        RepeatedRequests repeated = new RepeatedRequests(policy.count("trigger.repeats.minimum"), policy.number("trigger.alpha"));
        prompts.each(progress, prompt -> {
            if (isPlain(prompt, texts)) {
                repeated.add(prompt);
            }
        });
        List<RepeatedGroup> groups = repeated.found();
        if (!groups.isEmpty()) {
            prompts.each(progress, prompt -> {
                if (isPlain(prompt, texts)) {
                    groups.forEach(g -> g.offer(prompt));
                }
            });
        }
        return groups.stream().map(RepeatedGroup::filled).toList();
    }

    private static boolean isPlain(HarmPrompt prompt, List<String> texts) {
        return texts.isEmpty() || texts.stream().noneMatch(new CarriedText(prompt.text())::holds);
    }
}
