package io.plumbline.triage;

import io.plumbline.domain.FlaggedRecord;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The flagged records of user traffic as one person has to work through them. The first rater gets what nobody has labelled; the second
 * gets what someone else has labelled, without being told how.
 */
public final class TriageQueue {

    private final List<FlaggedRecord> left;
    private final List<FlaggedRecord> done;

    private TriageQueue(List<FlaggedRecord> left, List<FlaggedRecord> done) {
        this.left = left;
        this.done = done;
    }

    /**
     * @param flagged flagged records of user traffic
     * @param labels  what has been said so far
     * @param rater   the person at work
     * @param rating  first or second look
     */
    public static TriageQueue of(List<FlaggedRecord> flagged, Labels labels, String rater, Label.Rating rating, QueueOrder order) {
        Predicate<FlaggedRecord> mine = record -> labels.of(record.key(), rater).isPresent();
        Predicate<FlaggedRecord> someones = record -> !labels.on(record.key()).isEmpty();
        Predicate<FlaggedRecord> waits = rating == Label.Rating.FIRST ? someones.negate() : someones.and(mine.negate());
        return new TriageQueue(flagged.stream().filter(waits).sorted(order.comparator()).toList(), flagged.stream().filter(mine).toList());
    }

    /** What waits, in order. */
    public List<FlaggedRecord> left() {
        return left;
    }

    /** What this person has labelled. */
    public List<FlaggedRecord> done() {
        return done;
    }

    /** What waits and holds all the words in its id, category, flags or detectors. */
    public List<FlaggedRecord> matching(String words) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return left.stream().filter(record -> {
            String text = searchable(record);
            return wanted.stream().allMatch(text::contains);
        }).toList();
    }

    private static String searchable(FlaggedRecord record) {
        StringBuilder text = new StringBuilder(record.id()).append(' ').append(record.category()).append(' ').append(record.category().replace('_', ' '));
        record.flags().forEach(flag -> text.append(' ').append(FlagWords.of(flag.kind())).append(' ').append(flag.detector()).append(' ')
            .append(flag.version()).append(' ').append(flag.reason()));
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
