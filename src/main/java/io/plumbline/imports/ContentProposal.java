package io.plumbline.imports;

import io.plumbline.domain.ImportKind;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Row;
import io.plumbline.imports.source.Timestamps;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Proposes by their content what columns mean whose names say nothing. Only for a person who sees the proposal before anything is stored: an
 * import that nobody looks at goes by names alone.
 */
final class ContentProposal {

    private static final double WORDS = 2;

    private final Glimpse glimpse;
    private final Map<MappedField, String> columns;

    private ContentProposal(Glimpse glimpse, Map<MappedField, String> columns) {
        this.glimpse = glimpse;
        this.columns = columns;
    }

    /** The profile with what its required fields may be, where it has no column for them. */
    static MappingProfile completed(MappingProfile profile, Glimpse glimpse) {
        Map<MappedField, String> columns = new EnumMap<>(MappedField.class);
        columns.putAll(profile.mapping().columns());
        ContentProposal proposal = new ContentProposal(glimpse, columns);
        if (profile.kind() == ImportKind.LOG) {
            proposal.propose(MappedField.TIME, proposal.free().filter(proposal::holdsTimes).findFirst());
        }
        proposal.texts();
        return new MappingProfile(profile.name(), profile.kind(), new ColumnMapping(columns, profile.mapping().fixed(), profile.mapping().labels()));
    }

    /** Of columns that hold sentences, the prompt comes before the response, as it was said before it. */
    private void texts() {
        List<String> texts = free().filter(this::holdsSentences).toList();
        boolean asked = columns.containsKey(MappedField.PROMPT);
        boolean answered = columns.containsKey(MappedField.RESPONSE);
        if (!asked && !answered && texts.size() >= 2) {
            propose(MappedField.PROMPT, Optional.of(texts.get(0)));
            propose(MappedField.RESPONSE, Optional.of(texts.get(1)));
        } else if (!answered) {
            propose(MappedField.RESPONSE, texts.stream().findFirst());
        } else if (!asked) {
            propose(MappedField.PROMPT, texts.stream().findFirst());
        }
    }

    private void propose(MappedField field, Optional<String> column) {
        column.ifPresent(name -> columns.putIfAbsent(field, name));
    }

    private Stream<String> free() {
        return glimpse.columns().stream().filter(column -> !columns.containsValue(column));
    }

    /** Plain numbers may be times and anything else, so only what is written as a time counts. */
    private boolean holdsTimes(String column) {
        return most(column, value -> value instanceof String text && text.length() >= 10 && text.chars().anyMatch(c -> c == '-' || c == ':' || c == '/')
            && Timestamps.read(text).isPresent());
    }

    private boolean holdsSentences(String column) {
        return most(column, String.class::isInstance) && values(column).mapToInt(value -> value.toString().strip().split("\\s+").length).average()
            .orElse(0) >= WORDS && !holdsTimes(column);
    }

    private boolean most(String column, Predicate<Object> holds) {
        long all = values(column).count();
        return all > 0 && values(column).filter(holds).count() * 2 > all;
    }

    private Stream<Object> values(String column) {
        return glimpse.firstRows().stream().map(Row::fields).map(fields -> fields.get(column)).filter(Objects::nonNull);
    }
}
