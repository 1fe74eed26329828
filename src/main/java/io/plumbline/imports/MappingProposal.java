package io.plumbline.imports;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.JudgeNames;
import io.plumbline.imports.runs.VerdictWords;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Row;
import io.plumbline.imports.source.Timestamps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Proposes what the columns of a table mean, by their names first and by their content where the name allows several readings. */
final class MappingProposal {

    private static final Pattern LABEL_NAME = Pattern.compile(
        "label|verdict|judg|refus|jailb|unsafe|harmful|is_safe|^safe$|complian|annotat|grade|passed|final", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_NAME = Pattern.compile("(?i:time|date|stamp)|(?:^|_)ts(?:_|$)|_at$|[a-z]At$|Ts$");
    private static final Pattern SCORE_NAME = Pattern.compile("score|judg|rating|grade|label|severity", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|NaN|nan");
    private static final Pattern REFUSAL = Pattern.compile("refus|declin", Pattern.CASE_INSENSITIVE);
    private static final Pattern HARM = Pattern.compile("jailb|unsafe|harm|attack|toxic|violat", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAFE = Pattern.compile("safe|harmless", Pattern.CASE_INSENSITIVE);

    private final Glimpse glimpse;

    MappingProposal(Glimpse glimpse) {
        this.glimpse = glimpse;
    }

    /** A profile without a name: the given kind, or the one that the columns speak for. */
    MappingProfile propose(Optional<ImportKind> wanted) {
        ImportKind kind = wanted.orElseGet(this::kind);
        Map<MappedField, String> columns = columnsFor(kind);
        List<LabelColumn> labels = kind == ImportKind.RUN ? labels(columns) : List.of();
        return new MappingProfile("", kind, new ColumnMapping(columns, Map.of(), labels));
    }

    private ImportKind kind() {
        Map<MappedField, String> log = columnsFor(ImportKind.LOG);
        Map<MappedField, String> run = columnsFor(ImportKind.RUN);
        boolean timed = log.containsKey(MappedField.TIME) && Stream.of(MappedField.PROMPT, MappedField.RESPONSE, MappedField.REFUSED,
            MappedField.TOXICITY, MappedField.COMPLETION_TOKENS).anyMatch(log::containsKey);
        boolean traffic = Stream.of(MappedField.USER, MappedField.SESSION, MappedField.CONTEXT, MappedField.SAMPLING_PROBABILITY,
            MappedField.CANARY, MappedField.LATENCY_MILLIS, MappedField.DETECTOR_VERSION, MappedField.TOXICITY).anyMatch(log::containsKey);
        boolean answered = run.containsKey(MappedField.RESPONSE);
        if (timed && (traffic || labels(run).isEmpty())) {
            return ImportKind.LOG;
        }
        if (answered && (run.containsKey(MappedField.PROMPT) || run.containsKey(MappedField.ID))) {
            return ImportKind.RUN;
        }
        String columns = String.join(", ", glimpse.columns().stream().limit(8).toList()) + (glimpse.columns().size() > 8 ? ", …" : "");
        if (log.containsKey(MappedField.TIME) && glimpse.columns().size() == 2) {
            throw new InputException(glimpse.file().name() + " is a plain series (columns " + columns
                + "), no log of a model. Look for changes in it with the command change-points.");
        }
        if (!answered && (run.containsKey(MappedField.PROMPT) || glimpse.columns().isEmpty())) {
            throw new InputException(glimpse.file().name() + " holds prompts without responses (columns " + columns
                + "). Import the file with the model's answers to them.");
        }
        throw new InputException(glimpse.file().name() + " is a table in which neither an evaluation run (prompt, response, label) nor a "
            + "production log (time, prompt, response) can be seen; its columns are " + columns
            + ". Say what they mean: in the import window, or with a mapping saved there (--profile NAME).");
    }

    private Map<MappedField, String> columnsFor(ImportKind kind) {
        Map<MappedField, String> columns = new EnumMap<>(MappedField.class);
        Set<String> taken = new HashSet<>();
        for (MappedField field : MappedField.values()) {
            if (field.appliesTo(kind)) {
                best(field, taken).ifPresent(column -> {
                    columns.put(field, column);
                    taken.add(column);
                });
            }
        }
        return columns;
    }

    private Optional<String> best(MappedField field, Set<String> taken) {
        String best = null;
        for (String column : glimpse.columns()) {
            int rank = field.rankOf(column);
            if (rank >= 0 && !taken.contains(column) && (best == null || rank < field.rankOf(best)) && fits(field, column)) {
                best = column;
            }
        }
        return best == null && field == MappedField.TIME ? timeByContent() : Optional.ofNullable(best);
    }

    /** A column that is called after a time in a way nobody has listed, and that holds times. */
    private Optional<String> timeByContent() {
        return glimpse.columns().stream().filter(column -> TIME_NAME.matcher(column).find())
            .filter(column -> values(column).findAny().isPresent() && most(column, value -> Timestamps.read(value).isPresent())).findFirst();
    }

    /** Whether most values of a column can be what its name says; single wrong ones are rejected later, each with its line. */
    private boolean fits(MappedField field, String column) {
        return switch (field) {
            case PROMPT, RESPONSE -> most(column, String.class::isInstance);
            case FEEDBACK -> most(column, FieldReading::isFeedback);
            case INTENT -> most(column, value -> FieldReading.intent(value).isPresent());
            default -> true;
        };
    }

    private boolean most(String column, Predicate<Object> holds) {
        return values(column).filter(holds).count() * 2 >= values(column).count();
    }

    private Stream<Object> values(String column) {
        return glimpse.firstRows().stream().map(Row::fields).map(fields -> fields.get(column)).filter(Objects::nonNull);
    }

    private List<LabelColumn> labels(Map<MappedField, String> columns) {
        List<LabelColumn> labels = new ArrayList<>();
        for (String column : glimpse.columns()) {
            if (!columns.containsValue(column) && isLabel(column)) {
                labels.add(new LabelColumn(column, JudgeNames.ofColumn(column), meaning(column)));
            }
        }
        return labels;
    }

    private boolean isLabel(String column) {
        if (values(column).findAny().isEmpty()) {
            return false;
        }
        return isScore(column) || !isNumeric(column) && most(column, value -> VerdictWords.of(value.toString()) != Verdict.UNSCORED)
            || LABEL_NAME.matcher(column).find() && most(column, MappingProposal::isBinary);
    }

    /** Numbers of a judge on a scale, and not only 0 and 1, under a name that says so. */
    private boolean isScore(String column) {
        return SCORE_NAME.matcher(column).find() && isNumeric(column)
            && glimpse.columns().stream().anyMatch(other -> isNumeric(other) && lastWord(other).equals(lastWord(column))
                && SCORE_NAME.matcher(other).find() && !values(other).allMatch(MappingProposal::isBinary));
    }

    /** What several judges' columns have in common: {@code judge_a_safety} and {@code judge_b_safety} are on one scale. */
    private static String lastWord(String column) {
        return column.substring(Math.max(column.lastIndexOf('_'), column.lastIndexOf('.')) + 1);
    }

    private boolean isNumeric(String column) {
        return values(column).allMatch(value -> value instanceof Number || NUMBER.matcher(value.toString().strip()).matches());
    }

    private static boolean isBinary(Object value) {
        String text = value.toString().toLowerCase(Locale.ROOT);
        return Set.of("0", "1", "true", "false", "0.0", "1.0").contains(text);
    }

    private LabelMeaning meaning(String column) {
        if (isScore(column)) {
            return LabelMeaning.SCORE;
        }
        if (!most(column, MappingProposal::isBinary)) {
            return LabelMeaning.WORDS;
        }
        if (column.equals("label") && glimpse.hasColumns("generation", "test_case")) {
            return LabelMeaning.TRUE_IS_UNSAFE;
        }
        if (REFUSAL.matcher(column).find()) {
            return LabelMeaning.TRUE_IS_REFUSED;
        }
        if (SAFE.matcher(column).find() && !column.toLowerCase(Locale.ROOT).contains("unsafe")) {
            return LabelMeaning.TRUE_IS_SAFE;
        }
        return HARM.matcher(column).find() ? LabelMeaning.TRUE_IS_UNSAFE : LabelMeaning.WORDS;
    }
}
