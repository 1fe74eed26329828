package io.plumbline.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Samples and plans in plain sentences, the same in the window and on the command line. */
public final class SamplingWords {

    private SamplingWords() {
    }

    /** What a plan rests on. */
    public static String basis(SamplingPlanner.Plan plan) {
        return "Baseline refusal of " + plan.subject() + ": " + Figures.percent(plan.baselineRate()) + " of "
            + Figures.count(Math.round(plan.baselineN())) + " records; about " + Figures.count(Math.round(plan.traffic())) + " come in "
            + days(plan.windowDays()) + ". Two-sided level " + plain(plan.alpha()) + ", power " + plain(plan.power()) + ".";
    }

    /** The share that a change needs. */
    public static String needed(SamplingPlanner.Plan plan) {
        String fall = "a fall by " + share(plan.change()) + " (to " + Figures.percent(plan.baselineRate() * (1 - plan.change())) + ")";
        if (Double.isInfinite(plan.shareNeeded())) {
            return "To find " + fall + ", the baseline is too small, whatever is read now: accept a longer one.";
        }
        if (plan.shareNeeded() > 1) {
            return "To find " + fall + " in " + days(plan.windowDays()) + ", all of the traffic is not enough: judge about "
                + days((int) Math.ceil(plan.windowDays() * plan.shareNeeded())) + " together.";
        }
        return "To find " + fall + " in " + days(plan.windowDays()) + ", read " + share(plan.shareNeeded()) + " of the traffic ("
            + Figures.count((long) Math.ceil(plan.shareNeeded() * plan.traffic())) + " records).";
    }

    /** The change that a share shows. */
    public static String found(SamplingPlanner.Plan plan) {
        String read = "Reading " + share(plan.share()) + " of the traffic (" + Figures.count(Math.round(plan.share() * plan.traffic())) + " records)";
        return Double.isInfinite(plan.changeFound()) ? read + " finds no change at all in " + days(plan.windowDays()) + "."
            : read + " finds a fall by " + share(plan.changeFound()) + " or more in " + days(plan.windowDays()) + ".";
    }

    /** What a risk-based plan gains. */
    public static String allocation(SamplingPlanner.Allocation allocation) {
        return String.format(Locale.ROOT, "Risk-based with as many records: standard error of the overall refusal rate %.2f pp, random %.2f pp.",
            100 * allocation.standardError(), 100 * allocation.ofRandom());
    }

    /** How the log was sampled and what is missing, a sentence each. */
    public static List<String> completeness(SamplingReport report) {
        List<String> sentences = new ArrayList<>();
        if (report.records() == 0) {
            return List.of("The workspace has no production records. Import a log first.");
        }
        sentences.add("The log is a " + report.kind().word() + " export (" + report.kind().meaning() + "): " + Figures.count(report.records())
            + " records of about " + Figures.count(Math.round(report.population())) + " (" + share(report.records() / report.population()) + ").");
        sentences.add(report.gaps().isEmpty() ? "No hole in time: no stretch without records is longer than the usual traffic of its hours explains."
            : report.gaps().size() + (report.gaps().size() == 1 ? " hole" : " holes") + " in time, with about "
            + Figures.count(Math.round(report.gaps().stream().mapToDouble(LogGap::expected).sum())) + " records missing; the first from "
            + report.gaps().get(0).from() + " to " + report.gaps().get(0).to() + ".");
        sentences.add(report.sequence().map(h -> h.missing() == 0 ? "Record numbers " + h.first() + "–" + h.last() + " are all there."
            : Figures.count(h.missing()) + " record numbers are missing between " + h.first() + " and " + h.last() + "; the longest run is "
            + Figures.count(h.longest()) + " after " + h.after() + ".").orElse("Record ids are not numbered, so they cannot show holes."));
        return sentences;
    }

    /** What a step of a schedule says. */
    public static String step(SamplingSchedule.Step step) {
        List<String> moved = step.rates().stream().filter(r -> r.reason() == SamplingSchedule.Reason.MOVED).map(SamplingSchedule.Rate::category).toList();
        return "From " + Figures.day(step.from()) + " keep " + share(step.kept()) + " of all traffic"
            + (moved.isEmpty() ? "; no rate moved in the step before." : "; more of " + String.join(", ", moved).replace('_', ' ')
            + ", because the refusal rate moved. Write each record's chance beside it (sampling_p).");
    }

    /** A share with as many digits as it needs. */
    public static String share(double share) {
        return share >= 0.1 ? Figures.percent(share) : String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
