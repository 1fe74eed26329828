package io.plumbline.store;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.store.segment.RollupCells;
import io.plumbline.store.segment.RollupPart;
import io.plumbline.store.segment.RollupSums;
import io.plumbline.store.segment.Strings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
        for (LogDimension dimension : filter.only().keySet()) {
            if (!dimension.isRolledUp()) {
                return false;
            }
        }
        return isWhole(filter.start(), seconds) && isWhole(filter.end(), seconds);
    }

    private static boolean isWhole(Optional<Instant> moment, long seconds) {
        return moment.isEmpty() || moment.get().getNano() == 0 && Math.floorMod(moment.get().getEpochSecond(), seconds) == 0;
    }

    List<Selection> byDay(LogFilter filter, Set<LogSignal> signals) {
        return select(filter, signals, DAY_SECONDS, RollupPart.COUNTS_BY_DAY);
    }

    List<Selection> byHour(LogFilter filter, Set<LogSignal> signals) {
        return select(filter, signals, HOUR_SECONDS, RollupPart.COUNTS_BY_HOUR);
    }

    private List<Selection> select(LogFilter filter, Set<LogSignal> signals, long seconds, String level) {
        boolean canary = filter.canaries() == CanarySelection.CANARIES_ONLY;
        long from = filter.start().isPresent() ? filter.start().get().getEpochSecond() / seconds : Long.MIN_VALUE;
        long end = filter.end().isPresent() ? filter.end().get().getEpochSecond() / seconds : Long.MAX_VALUE;
        List<Selection> selected = new ArrayList<>();
        for (long importNo : log.imports()) {
            for (Block block : blocks(importNo, canary, level, signals)) {
                int[] places = matching(block.cells, filter, from, end);
                if (places.length > 0) {
                    selected.add(new Selection(block, places, seconds));
                }
            }
        }
        return selected;
    }

    /** As they were read before, or as they are read now. */
    private List<Block> blocks(long importNo, boolean canary, String level, Set<LogSignal> signals) {
        StringBuilder name = new StringBuilder(level).append(canary ? '!' : ' ').append(importNo);
        for (LogSignal signal : signals) {
            name.append(' ').append(signal.name());
        }
        Optional<List<Block>> kept = log.directory().rollup(name.toString());
        if (kept.isPresent()) {
            return kept.get();
        }
        List<Block> read = log.guarded(importNo, "the rollups", () -> read(importNo, canary, level, signals));
        log.directory().keep(name.toString(), read);
        return read;
    }

    private List<Block> read(long importNo, boolean canary, String level, Set<LogSignal> signals) {
        Map<LogSignal, Map<Integer, byte[]>> stored = new EnumMap<>(LogSignal.class);
        for (LogSignal signal : signals) {
            stored.put(signal, log.reads().rollups(importNo, canary, level.concat(".").concat(signal.name())));
        }
        List<Block> blocks = new ArrayList<>();
        for (Map.Entry<Integer, byte[]> part : log.reads().rollups(importNo, canary, level).entrySet()) {
            RollupCells cells = RollupCells.read(part.getValue());
            Map<LogSignal, RollupSums> sums = new EnumMap<>(LogSignal.class);
            for (Map.Entry<LogSignal, Map<Integer, byte[]>> signal : stored.entrySet()) {
                byte[] blob = signal.getValue().get(part.getKey());
                if (blob != null) {
                    sums.put(signal.getKey(), RollupSums.read(blob, cells.size()));
                }
            }
            blocks.add(new Block(cells, sums));
        }
        return blocks;
    }

    private static int[] matching(RollupCells cells, LogFilter filter, long from, long end) {
        int[] places = new int[cells.size()];
        int count = 0;
        for (int cell = 0; cell < places.length; cell++) {
            if (cells.bucket(cell) >= from && cells.bucket(cell) < end) {
                places[count++] = cell;
            }
        }
        for (Map.Entry<LogDimension, Set<String>> wanted : filter.only().entrySet()) {
            Strings names = cells.names(wanted.getKey());
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (wanted.getValue().contains(names.get(places[i]))) {
                    places[kept++] = places[i];
                }
            }
            count = kept;
        }
        return count == places.length ? places : Arrays.copyOf(places, count);
    }

    /** One part of the rollups of one import. */
    record Block(RollupCells cells, Map<LogSignal, RollupSums> sums) {
    }

    /**
     * The cells of a part that match.
     *
     * @param places  which
     * @param seconds length of a bucket
     */
    record Selection(Block block, int[] places, long seconds) {

        RollupCells cells() {
            return block.cells;
        }

        /** Whether weighted sums of signals can be told from it: an import of an earlier version that is a sample kept none. */
        boolean knowsWeights() {
            if (!block.cells.isSampled()) {
                return true;
            }
            for (RollupSums sums : block.sums.values()) {
                if (!sums.isWeighted()) {
                    return false;
                }
            }
            return true;
        }
    }
}
