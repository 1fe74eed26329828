package io.plumbline.detection;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.PolicyMatch;
import io.plumbline.signals.policy.PolicyMatcher;
import io.plumbline.signals.scan.TextScan;
import io.plumbline.store.ProductionLog;
import java.util.ArrayList;
import java.util.List;

/**
 * What a content policy would have flagged among the records that are stored already. The stored flags stay as the import left them: they
 * say by which rules triage worked then.
 *
 * @param read     records read
 * @param against  records against the policy
 * @param examples the first of them, by time
 */
public record PolicyReplay(long read, long against, List<Example> examples) {

    private static final int MOST_EXAMPLES = 100;
    private static final int STEP = 500;

    public PolicyReplay {
        examples = List.copyOf(examples);
    }

    /** A record that the policy would flag. */
    public record Example(String key, MeasuredRecord record, PolicyMatch match) {
    }

    /** Reads every record of user traffic. */
    public static PolicyReplay of(ContentPolicy policy, ProductionLog log, Progress progress) {
        PolicyMatcher matcher = new PolicyMatcher(List.of(policy));
        long total = log.count(LogFilter.everything());
        TextScan prompt = new TextScan();
        TextScan response = new TextScan();
        long[] counts = new long[2];
        List<Example> examples = new ArrayList<>();
        log.scan(LogFilter.everything(), record -> {
            progress.check();
            List<PolicyMatch> matches = matcher.matches(prompt.scan(record.record().prompt()), response.scan(record.record().response()), record::value);
            if (!matches.isEmpty()) {
                counts[1]++;
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(new Example(ProductionLog.keyOf(record), record, matches.get(0)));
                }
            }
            if (++counts[0] % STEP == 0) {
                progress.update(counts[0], total, "records", "Applying “" + policy.name() + "”");
            }
        });
        return new PolicyReplay(counts[0], counts[1], examples);
    }
}
