package io.plumbline.incidents.evidence;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Verdict;
import io.plumbline.store.ProductionLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The harmful prompts of one period in a form that slices can be counted on again and again: a few integers per record, no text. Reading
 * it costs one pass over the log.
 */
final class HarmfulTraffic {

    private static final int PROGRESS_EVERY = 5_000;

    private final Map<SliceKey, Integer> ids = new LinkedHashMap<>();
    private final List<int[]> slicesOf = new ArrayList<>();
    private final List<Integer> userOf = new ArrayList<>();
    private final BitSet complied = new BitSet();
    private final Map<String, Integer> users = new HashMap<>();
    private final Set<String> sessionsReached = new HashSet<>();
    private final Set<String> tokens;
    private long feedback;
    private long ownRefused;

    private HarmfulTraffic(Set<String> tokens) {
        this.tokens = tokens;
    }

    /** @param tokens the literal texts whose slices are counted too */
    static HarmfulTraffic read(ProductionLog log, LogFilter filter, Set<String> tokens, Progress progress) {
        HarmfulTraffic traffic = new HarmfulTraffic(tokens);
        log.scan(filter, record -> {
            traffic.add(record);
            if (traffic.size() % PROGRESS_EVERY == 0) {
                progress.check();
                progress.update(traffic.size(), -1, "records", "Cutting harmful traffic into slices");
            }
        });
        return traffic;
    }

    private void add(MeasuredRecord measured) {
        List<SliceKey> keys = SliceKey.of(measured);
        if (!tokens.isEmpty()) {
            PromptTokens.of(measured.record().prompt()).stream().filter(tokens::contains)
                .forEach(t -> keys.add(new SliceKey(SliceDimension.TOKEN, t)));
        }
        slicesOf.add(keys.stream().mapToInt(key -> ids.computeIfAbsent(key, k -> ids.size())).toArray());
        userOf.add(users.computeIfAbsent(measured.record().user(), u -> users.size()));
        if (measured.countsAsAnswered()) {
            complied.set(slicesOf.size() - 1);
            sessionsReached.add(measured.record().session());
            feedback += measured.record().feedback() == Feedback.NONE ? 0 : 1;
        }
        ownRefused += measured.refusal() == Verdict.REFUSED ? 1 : 0;
    }

    int size() {
        return slicesOf.size();
    }

    Tally all() {
        return new Tally(complied.cardinality(), size());
    }

    /** The same records as the program's own refusal detector reads them. */
    Tally byOwnDetector() {
        return new Tally(size() - ownRefused, size());
    }

    SliceTable.Reach reach() {
        return new SliceTable.Reach(complied.cardinality(), usersOf(everything()), sessionsReached.size(), feedback);
    }

    BitSet everything() {
        BitSet all = new BitSet();
        all.set(0, size());
        return all;
    }

    /** The records of a slice among the given ones. */
    BitSet members(SliceKey key, BitSet among) {
        BitSet members = new BitSet();
        Integer id = ids.get(key);
        if (id != null) {
            for (int i = among.nextSetBit(0); i >= 0; i = among.nextSetBit(i + 1)) {
                for (int slice : slicesOf.get(i)) {
                    if (slice == id) {
                        members.set(i);
                    }
                }
            }
        }
        return members;
    }

    Tally tally(BitSet records) {
        BitSet both = (BitSet) records.clone();
        both.and(complied);
        return new Tally(both.cardinality(), records.cardinality());
    }

    /** Distinct users among the complied of the given records. */
    long usersOf(BitSet records) {
        BitSet reached = new BitSet();
        BitSet both = (BitSet) records.clone();
        both.and(complied);
        both.stream().forEach(i -> reached.set(userOf.get(i)));
        return reached.cardinality();
    }

    /** Complied answers per user, most first: whether a few people or many are behind them. */
    long[] compliedPerUser() {
        long[] counts = new long[users.size()];
        complied.stream().forEach(i -> counts[userOf.get(i)]++);
        Arrays.sort(counts);
        for (int i = 0; i < counts.length / 2; i++) {
            long swap = counts[i];
            counts[i] = counts[counts.length - 1 - i];
            counts[counts.length - 1 - i] = swap;
        }
        return counts;
    }

    /** Counts of every slice among the given records. */
    Map<SliceKey, Tally> tallies(BitSet among) {
        long[] n = new long[ids.size()];
        long[] hits = new long[ids.size()];
        for (int i = among.nextSetBit(0); i >= 0; i = among.nextSetBit(i + 1)) {
            for (int slice : slicesOf.get(i)) {
                n[slice]++;
                hits[slice] += complied.get(i) ? 1 : 0;
            }
        }
        Map<SliceKey, Tally> tallies = new LinkedHashMap<>();
        ids.forEach((key, id) -> {
            if (n[id] > 0) {
                tallies.put(key, new Tally(hits[id], n[id]));
            }
        });
        return tallies;
    }
}
