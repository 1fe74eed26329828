package io.plumbline.store;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.store.LogDirectory.RollupBlock;
import io.plumbline.store.LogDirectory.RollupName;
import io.plumbline.store.segment.CellKey;
import io.plumbline.store.segment.CellTable;
import io.plumbline.store.segment.RollupPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers from the rollups of all finished imports, without a look at a record. */
final class RollupReader {

    private static final long HOUR_SECONDS = 3600;
    private static final long DAY_SECONDS = 86_400;

    private final LogReader log;

    RollupReader(LogReader log) {
        this.log = log;
    }

    /** Whether the rollups by day know the answer: whole days, and names that they keep. */
    static boolean byDayKnows(LogFilter filter) {
        return knows(filter, DAY_SECONDS);
    }

    static boolean byHourKnows(LogFilter filter) {
        return knows(filter, HOUR_SECONDS);
    }

    private static boolean knows(LogFilter filter, long seconds) {
        return filter.only().keySet().stream().allMatch(LogDimension::isRolledUp) && isWhole(filter.start(), seconds)
            && isWhole(filter.end(), seconds);
    }

    private static boolean isWhole(Optional<Instant> moment, long seconds) {
        return moment.isEmpty() || moment.get().getNano() == 0 && Math.floorMod(moment.get().getEpochSecond(), seconds) == 0;
    }

    void byDay(LogFilter filter, Set<LogSignal> signals, Use use) {
        each(filter, signals, DAY_SECONDS, RollupPart.COUNTS_BY_DAY, use);
    }

    void byHour(LogFilter filter, Set<LogSignal> signals, Use use) {
        each(filter, signals, HOUR_SECONDS, RollupPart.COUNTS_BY_HOUR, use);
    }

    private void each(LogFilter filter, Set<LogSignal> signals, long seconds, String level, Use use) {
        boolean canary = filter.canaries() == CanarySelection.CANARIES_ONLY;
        long from = filter.start().map(start -> start.getEpochSecond() / seconds).orElse(Long.MIN_VALUE);
        long end = filter.end().map(last -> last.getEpochSecond() / seconds).orElse(Long.MAX_VALUE);
        for (StoredSegment first : firstSegments(filter)) {
            for (RollupBlock block : log.guarded(first, () -> log.directory().rollup(new RollupName(first.importNo(), canary, level,
                Set.copyOf(signals)), () -> read(first.importNo(), canary, level, signals)))) {
                for (int cell = 0; cell < block.cells().size(); cell++) {
                    CellKey key = block.cells().key(cell);
                    if (key.bucket() >= from && key.bucket() < end && matches(key, filter)) {
                        use.cell(key, block.cells().counts(cell), block.sums(), cell);
                    }
                }
            }
        }
    }

    private List<RollupBlock> read(long importNo, boolean canary, String level, Set<LogSignal> signals) {
        Map<LogSignal, Map<Integer, byte[]>> stored = new EnumMap<>(LogSignal.class);
        signals.forEach(signal -> stored.put(signal, log.reads().rollups(importNo, canary, level + "." + signal.name())));
        List<RollupBlock> blocks = new ArrayList<>();
        log.reads().rollups(importNo, canary, level).forEach((part, blob) -> {
            CellTable cells = RollupPart.readCounts(blob);
            Map<LogSignal, RollupPart.Sums> sums = new EnumMap<>(LogSignal.class);
            stored.forEach((signal, parts) -> {
                if (parts.containsKey(part)) {
                    sums.put(signal, RollupPart.readSums(parts.get(part), cells.size()));
                }
            });
            blocks.add(new RollupBlock(cells, sums));
        });
        return blocks;
    }

    /** One segment of each import that may hold something, to name the import by. */
    private List<StoredSegment> firstSegments(LogFilter filter) {
        List<StoredSegment> firsts = new ArrayList<>();
        for (StoredSegment segment : log.candidates(filter)) {
            if (firsts.isEmpty() || firsts.get(firsts.size() - 1).importNo() != segment.importNo()) {
                firsts.add(segment);
            }
        }
        return firsts;
    }

    private static boolean matches(CellKey key, LogFilter filter) {
        for (Map.Entry<LogDimension, Set<String>> wanted : filter.only().entrySet()) {
            if (!wanted.getValue().contains(key.get(wanted.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Takes cells as they are read; the same key may come more than once. */
    @FunctionalInterface
    interface Use {
        void cell(CellKey key, CellTable.Counts counts, Map<LogSignal, RollupPart.Sums> sums, int cell);
    }
}
