package io.plumbline.store;

import io.plumbline.domain.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hash and time of each line passed, so that a branch can be tied to the line where it left. */
final class JournalChain {

    private final List<Point> points;

    JournalChain() {
        this(new ArrayList<>(List.of(new Point(JournalLine.NO_HASH, Instant.MIN, false))));
    }

    private JournalChain(List<Point> points) {
        this.points = points;
    }

    void add(JournalEntry entry, Instant notBefore) {
        boolean signed = !entry.key().isEmpty() || points.get(points.size() - 1).signed();
        points.add(new Point(entry.hash(), notBefore, signed));
    }

    /** The line with this number, if it has this hash; 0 is the empty beginning. */
    Optional<Point> at(long sequence, String hash) {
        return sequence >= 0 && sequence < points.size() && points.get((int) sequence).hash().equals(hash) ? Optional.of(points.get((int) sequence))
            : Optional.empty();
    }

    JournalChain upTo(long sequence) {
        return new JournalChain(new ArrayList<>(points.subList(0, (int) sequence + 1)));
    }

    /**
     * One line.
     *
     * @param time   no later line may claim an earlier one
     * @param signed whether this line or one before it carries a signature
     */
    record Point(String hash, Instant time, boolean signed) {
    }
}
