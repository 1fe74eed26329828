package io.plumbline.monitoring;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.MeasuredRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which versions of the detector of refusals labelled each day. Rates that different versions produced are never compared with each other: what looks like a
 * change of the model may be a change of the ruler (R23, section 5 item 7).
 */
final class DetectorRegimes {

    /** A version with a smaller share of a day's labels does not colour the day. */
    private static final double SHARE_THAT_COUNTS = 0.05;

    private final NavigableMap<LocalDate, String> signatures;

    private DetectorRegimes(NavigableMap<LocalDate, String> signatures) {
        this.signatures = signatures;
    }

    static DetectorRegimes of(Collection<DailyCell> cells) {
        TreeMap<LocalDate, Map<String, Long>> counts = new TreeMap<>();
        for (DailyCell cell : cells) {
            counts.computeIfAbsent(cell.date(), d -> new LinkedHashMap<>()).merge(MeasuredRecord.refusalDetector(cell.detectorVersion()),
                cell.n(), Long::sum);
        }
        TreeMap<LocalDate, String> signatures = new TreeMap<>();
        counts.forEach((date, versions) -> signatures.put(date, signature(versions)));
        return new DetectorRegimes(signatures);
    }

    private static String signature(Map<String, Long> versions) {
        long total = versions.values().stream().mapToLong(Long::longValue).sum();
        TreeSet<String> present = new TreeSet<>();
        versions.forEach((version, n) -> {
            if (n >= SHARE_THAT_COUNTS * total) {
                present.add(version);
            }
        });
        return String.join(" + ", present);
    }

    String on(LocalDate date) {
        return signatures.getOrDefault(date, "");
    }

    /** The version that labelled most of these days. */
    String mostUsed(LocalDate from, LocalDate to) {
        return signatures.subMap(from, true, to, true).values().stream()
            .collect(Collectors.groupingBy(s -> s, LinkedHashMap::new, Collectors.counting()))
            .entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    /** All versions, in order of first use. */
    List<String> all() {
        return signatures.values().stream().distinct().toList();
    }

    /** Stretches of days that one version labelled, in order. */
    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        signatures.forEach((date, version) -> {
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).version().equals(version)) {
                stretches.set(last, new Stretch(version, stretches.get(last).first(), date));
            } else {
                stretches.add(new Stretch(version, date, date));
            }
        });
        return stretches;
    }

    /** Days that one version labelled. */
    record Stretch(String version, LocalDate first, LocalDate last) {
    }
}
