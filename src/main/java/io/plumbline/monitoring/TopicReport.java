package io.plumbline.monitoring;

import java.time.LocalDate;
import java.util.List;

/**
 * What people ask about, on the baseline days and in the days looked at (R5, R10).
 *
 * @param source   whose topics they are
 * @param baseline first and last baseline day
 * @param window   first and last day looked at
 * @param before   records of user traffic on the baseline days
 * @param after    records of user traffic in the window
 * @param topics   most frequent in the window first
 * @param without  records of the window without a topic
 */
public record TopicReport(Source source, Days baseline, Days window, long before, long after, List<Row> topics, long without) {

    /** Whose topics they are. */
    public enum Source {
        LOG("the log's own topics"), MODEL("topics of the model");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What became of a topic. */
    public enum Change {
        NEW("new"), VANISHED("vanished"), MORE("more than before"), LESS("less than before"), NONE("as before");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Two days and those between. */
    public record Days(LocalDate from, LocalDate to) {
    }

    /**
     * One topic.
     *
     * @param name      of the log, or id and label of the model
     * @param before    records on the baseline days
     * @param after     records in the window
     * @param shareBefore of the baseline's records
     * @param shareAfter of the window's records
     * @param adjustedP Fisher's exact test of the two shares, two-sided, after Benjamini and Hochberg over all topics
     * @param change    what that says at the policy's level
     */
    public record Row(String name, long before, long after, double shareBefore, double shareAfter, double adjustedP, Change change) {
    }

    public TopicReport {
        topics = List.copyOf(topics);
    }

    /** Topics of one kind of change. */
    public List<Row> changed(Change change) {
        return topics.stream().filter(t -> t.change() == change).toList();
    }
}
