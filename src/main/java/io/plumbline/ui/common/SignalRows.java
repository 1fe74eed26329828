package io.plumbline.ui.common;

import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Every signal of one record in words: what it is, its value, and whose number it is. */
public final class SignalRows {

    private static final String LOG = "the log";

    private SignalRows() {
    }

    /** One signal of a record. */
    public record Row(String name, String value, String source) {
    }

    public static List<Row> of(MeasuredRecord measured) {
        String[] versions = measured.detectorVersions().split(Pattern.quote(MeasuredRecord.AND));
        List<Row> rows = new ArrayList<>();
        measured.record().sourceRefused().ifPresent(refused -> rows.add(new Row("Refusal", refused ? "refused" : "answered", logs(measured))));
        if (!versions[0].isEmpty()) {
            rows.add(new Row(readingOf(measured), words(measured.refusal().name()), versions[0]));
        }
        for (LogSignal signal : LogSignal.values()) {
            double value = measured.value(signal);
            if (!Double.isNaN(value)) {
                boolean ours = !Double.isNaN(measured.signals().get(signal)) && measured.signals().get(signal) == (float) value;
                String source = !ours ? logs(measured) : signal == LogSignal.TOXICITY ? toxicityModel(versions) : "measured";
                rows.add(new Row(title(signal), number(value), source));
            }
        }
        return rows;
    }

    /** What the row with our reading of the response is called. */
    static String readingOf(MeasuredRecord measured) {
        return measured.record().sourceRefused().isPresent() ? "Refusal, our reading" : "Refusal";
    }

    /** Whose toxicity score a record has; empty where it has none. */
    public static String toxicity(MeasuredRecord measured) {
        return of(measured).stream().filter(row -> row.name().equals(title(LogSignal.TOXICITY))).map(row -> "toxicity " + row.value() + ", " + row.source())
            .findFirst().orElse("");
    }

    /** Versions of toxicity models, built in or a person's own, begin with the word. */
    private static String toxicityModel(String[] versions) {
        return Arrays.stream(versions).filter(version -> version.startsWith("toxicity")).findFirst().orElse("measured");
    }

    private static String logs(MeasuredRecord measured) {
        return measured.record().detectorVersion().isEmpty() ? LOG : LOG + ", " + measured.record().detectorVersion();
    }

    static String title(LogSignal signal) {
        String words = words(signal.name());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e12 ? Figures.count((long) value) : Figures.decimal(value, 3);
    }
}
