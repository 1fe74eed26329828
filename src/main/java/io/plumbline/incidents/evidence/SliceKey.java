package io.plumbline.incidents.evidence;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** One slice of harmful traffic: one value of one dimension. A token's value is the literal text, as it stood in the prompt. */
public record SliceKey(SliceDimension dimension, String value) {

    private static final int HOURS_TOGETHER = 6;
    private static final int LAST_TURN_APART = 3;

    /** Every slice a record is in, tokens left out. */
    static List<SliceKey> of(MeasuredRecord measured) {
        LogRecord record = measured.record();
        List<SliceKey> keys = new ArrayList<>(6);
        keys.add(new SliceKey(SliceDimension.CATEGORY, record.category()));
        add(keys, SliceDimension.TOPIC, measured.topic());
        add(keys, SliceDimension.LANGUAGE, measured.language());
        if (record.turn() > 0) {
            keys.add(new SliceKey(SliceDimension.TURN, turn(record)));
        }
        add(keys, SliceDimension.CONTEXT, record.context());
        keys.add(new SliceKey(SliceDimension.HOUR, hours(record)));
        return keys;
    }

    /** Whether a record is in this slice. */
    Predicate<MeasuredRecord> matcher() {
        return switch (dimension) {
            case CATEGORY -> r -> r.record().category().equals(value);
            case TOPIC -> r -> r.topic().equals(value);
            case LANGUAGE -> r -> r.language().equals(value);
            case TURN -> r -> r.record().turn() > 0 && turn(r.record()).equals(value);
            case CONTEXT -> r -> r.record().context().equals(value);
            case HOUR -> r -> hours(r.record()).equals(value);
            case TOKEN -> r -> PromptTokens.of(r.record().prompt()).contains(value);
        };
    }

    /** As it is printed. */
    public String label() {
        return switch (dimension) {
            case CATEGORY -> Shown.category(value);
            case TOPIC -> "Topic “" + value + "”";
            case LANGUAGE -> language();
            case TURN -> "Turn " + value + " of a session";
            case CONTEXT -> "Context " + value;
            case HOUR -> value + " UTC";
            case TOKEN -> "Prompt holds “" + value + "”";
        };
    }

    private String language() {
        String name = Locale.forLanguageTag(value).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? value : name;
    }

    private static void add(List<SliceKey> keys, SliceDimension dimension, String value) {
        if (!value.isEmpty()) {
            keys.add(new SliceKey(dimension, value));
        }
    }

    private static String turn(LogRecord record) {
        return record.turn() < LAST_TURN_APART ? Integer.toString(record.turn()) : LAST_TURN_APART + " or later";
    }

    private static String hours(LogRecord record) {
        int begin = record.time().atZone(ZoneOffset.UTC).getHour() / HOURS_TOGETHER * HOURS_TOGETHER;
        return String.format(Locale.ROOT, "%02d:00–%02d:00", begin, begin + HOURS_TOGETHER);
    }
}
