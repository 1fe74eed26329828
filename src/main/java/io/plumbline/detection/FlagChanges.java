package io.plumbline.detection;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogRecord;
import io.plumbline.signals.sensitive.NameModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many flags come and go when stored records are judged anew.
 *
 * @param records     records read
 * @param changed     records whose flags differ from before
 * @param labelled    of the changed, those with a label of a person: they keep the flags that they were judged by, beside the new ones
 * @param withoutText records whose texts were dropped, so that what rests on a text stays as it is
 * @param rows        by kind of flag, by policy or model for names, and by category
 */
public record FlagChanges(long records, long changed, long labelled, long withoutText, List<Row> rows) {

    public FlagChanges {
        rows = List.copyOf(rows);
    }

    /**
     * Flags of one kind in one category.
     *
     * @param by      name of the policy that raises them, or that a model for names does; empty of every other kind
     * @param before  records with one before
     * @param come    records that get one
     * @param go      records that lose theirs
     * @param renewed records whose flag stays with another version, reason or place
     */
    public record Row(FlagKind kind, String by, String category, long before, long come, long go, long renewed) {

        public long after() {
            return before + come - go;
        }

        public boolean isChange() {
            return come + go + renewed > 0;
        }
    }

    public long come() {
        return rows.stream().mapToLong(Row::come).sum();
    }

    public long go() {
        return rows.stream().mapToLong(Row::go).sum();
    }

    public long renewed() {
        return rows.stream().mapToLong(Row::renewed).sum();
    }

    /** Counts record by record. */
    static final class Tally {

        private static final int BEFORE = 0;
        private static final int COME = 1;
        private static final int GO = 2;
        private static final int RENEWED = 3;

        private final Map<Key, long[]> counts = new HashMap<>();
        private long records;
        private long changed;
        private long labelled;
        private long withoutText;

        void count(String category, List<Flag> before, List<Flag> after) {
            records++;
            Map<Key, Set<Flag>> old = grouped(category, before);
            Map<Key, Set<Flag>> now = after == before ? old : grouped(category, after);
            old.forEach((key, flags) -> {
                row(key)[BEFORE]++;
                row(key)[GO] += now.containsKey(key) ? 0 : 1;
            });
            now.forEach((key, flags) -> {
                row(key)[COME] += old.containsKey(key) ? 0 : 1;
                row(key)[RENEWED] += old.containsKey(key) && !old.get(key).equals(flags) ? 1 : 0;
            });
            changed += after == before ? 0 : 1;
        }

        void labelled() {
            labelled++;
        }

        void withoutText() {
            withoutText++;
        }

        private long[] row(Key key) {
            return counts.computeIfAbsent(key, unused -> new long[4]);
        }

        private static Map<Key, Set<Flag>> grouped(String category, List<Flag> flags) {
            Map<Key, Set<Flag>> grouped = new HashMap<>();
            flags.forEach(flag -> grouped.computeIfAbsent(new Key(flag.kind(), by(flag),
                category.isEmpty() ? LogRecord.BENIGN : category), unused -> new HashSet<>()).add(flag));
            return grouped;
        }

        private static String by(Flag flag) {
            return flag.kind() == FlagKind.POLICY || flag.detector().equals(NameModel.DETECTOR) ? flag.detector() : "";
        }

        FlagChanges result() {
            List<Row> rows = new ArrayList<>();
            counts.forEach((key, n) -> rows.add(new Row(key.kind, key.by, key.category, n[BEFORE], n[COME], n[GO], n[RENEWED])));
            rows.sort(Comparator.comparing(Row::kind).thenComparing(Row::by).thenComparing(Row::category));
            return new FlagChanges(records, changed, labelled, withoutText, rows);
        }

        private record Key(FlagKind kind, String by, String category) {
        }
    }
}
