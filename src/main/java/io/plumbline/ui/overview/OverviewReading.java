package io.plumbline.ui.overview;

import io.plumbline.domain.SafetyState;
import io.plumbline.ui.shell.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Everything the overview shows, computed at once from the workspace; each part knows where it leads.
 *
 * @param period  the days it is about, in words
 * @param finding what is wrong, in one sentence
 * @param tiles   up to five numbers
 * @param heat    refusal by category and week; empty without a log
 * @param needs   what waits for a person, most urgent first
 * @param threats what each stage saw
 * @param flow    what became of the records
 */
record OverviewReading(String period, Finding finding, List<TileReading> tiles, Optional<Heat> heat, List<Need> needs, List<Threat> threats,
                       Flow flow) {

    OverviewReading {
        tiles = List.copyOf(tiles);
        needs = List.copyOf(needs);
        threats = List.copyOf(threats);
    }

    /** A way onwards. */
    record Way(String word, Place place) {
    }

    /** The sentence of the banner; the last way shows why. */
    record Finding(SafetyState state, String sentence, String context, List<Way> ways) {
        Finding {
            ways = List.copyOf(ways);
        }
    }

    /** One tile. Without a figure it stands for something that can't be said yet. */
    record TileReading(String name, SafetyState state, Optional<String> figure, String relative, String note, double[] series,
                       OptionalDouble baseline, OptionalDouble limit, Place place) {
    }

    /**
     * Refusal against baseline.
     *
     * @param weeks       first day of each column
     * @param rows        "All" first, then categories, worst first
     * @param minimum     fewer records than this are not judged
     * @param lastDays    days that the last column is about
     * @param changeAfter index of the week that begins at the newest change point
     */
    record Heat(List<LocalDate> weeks, List<HeatRow> rows, int minimum, int lastDays, OptionalInt changeAfter) {
    }

    /** @param category empty for all categories together; @param recent change over the last days */
    record HeatRow(Optional<String> category, String name, List<HeatCell> cells, double recent) {
    }

    /** @param state judged against the policy; @param n harm-category records of that week */
    record HeatCell(LocalDate from, LocalDate to, double relative, long n, SafetyState state) {
    }

    /** Something that waits for a person. */
    record Need(SafetyState state, String title, String detail, String when, Way way) {
    }

    /** What the stages saw of one threat. */
    record Threat(String name, Seen before, Seen after, String assuranceLeft) {
    }

    /** What one stage saw. */
    record Seen(SafetyState state, String words) {
    }

    /** @param note what else is to be said of the flow: gaps, detector changes */
    record Flow(String period, List<FlowStep> steps, String note) {
    }

    /** @param share of the step it is compared with, 0 to 1 */
    record FlowStep(String name, long count, double share, String remark) {
    }
}
