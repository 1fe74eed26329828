package io.plumbline.ui.data;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.MappedField;
import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.Preview;
import io.plumbline.imports.Recognition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file on its way into the workspace, as the dialog knows it. Each step makes a new one.
 *
 * @param path    where it is
 * @param bytes   how large it is
 * @param model   name of the model where the person gave one
 * @param preview what it is and what an import would bring; empty while unknown
 * @param profile the mapping as it stands
 * @param problem why it can't be read, a sentence
 * @param byHand  the same file as a table, where nobody but a person can say what its columns mean
 * @param done    what was imported
 * @param reading who said what it is: its content, or a person
 * @param rejectsOf the earlier import of this file of which only the rejected lines are wanted
 */
public record ImportFile(Path path, long bytes, String model, Optional<Preview> preview, Optional<MappingProfile> profile,
                         Optional<String> problem, Optional<Preview> byHand, Optional<ImportManifest> done, Reading reading,
                         Optional<ImportManifest> rejectsOf) {

    /** Who said what a file is. */
    public enum Reading {
        BY_CONTENT, BY_A_PERSON,
        /** It holds nothing but scores on calls in the other files, and is read together with them. */
        WITH_THE_OTHERS
    }

    static ImportFile of(Path path, long bytes) {
        return new ImportFile(path, bytes, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Reading.BY_CONTENT, Optional.empty());
    }

    /** A file of which only the lines are wanted that an earlier import rejected. */
    static ImportFile rejectsOf(ImportManifest earlier, Path path, long bytes) {
        return new ImportFile(path, bytes, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Reading.BY_CONTENT, Optional.of(earlier));
    }

    public String name() {
        return String.valueOf(path.getFileName());
    }

    public Optional<ImportKind> kind() {
        return profile.map(MappingProfile::kind).or(() -> preview.map(p -> p.recognition().kind()));
    }

    /** Whether its columns can be mapped. */
    public boolean isTable() {
        return preview.filter(p -> p.recognition().columns() == Recognition.Columns.MAPPED).isPresent();
    }

    /** Whether someone has to say which model this is. */
    public boolean needsModel() {
        return preview.isPresent() && preview.get().model().isBlank() && model.isBlank();
    }

    /** Required fields without a column. */
    public List<MappedField> unmapped() {
        if (!isTable() || profile.isEmpty()) {
            return List.of();
        }
        List<MappedField> required = profile.get().kind() == ImportKind.LOG
            ? List.of(MappedField.TIME, MappedField.RESPONSE) : List.of(MappedField.PROMPT, MappedField.RESPONSE);
        return required.stream().filter(field -> !profile.get().mapping().provides(field)).toList();
    }

    /** Whether *Import* may be pressed. */
    public boolean isReady() {
        return preview.isPresent() && problem.isEmpty() && done.isEmpty() && !needsModel() && unmapped().isEmpty();
    }

    ImportRequest request() {
        ImportRequest request = ImportRequest.of(path).ofModel(model);
        return profile.isPresent() && (preview.isEmpty() || isTable()) ? request.mappedBy(profile.get()) : request;
    }

    ImportFile previewed(Preview read) {
        return new ImportFile(path, bytes, model, Optional.of(read), read.profile(), Optional.empty(), Optional.empty(), done, reading,
            rejectsOf);
    }

    ImportFile mapped(MappingProfile wanted) {
        return new ImportFile(path, bytes, model, preview, Optional.of(wanted), Optional.empty(), Optional.empty(), done,
            Reading.BY_A_PERSON, rejectsOf);
    }

    ImportFile readByAPerson() {
        return new ImportFile(path, bytes, model, preview, profile, problem, byHand, done, Reading.BY_A_PERSON, rejectsOf);
    }

    ImportFile ofModel(String name) {
        return new ImportFile(path, bytes, name, preview, profile, problem, byHand, done, reading, rejectsOf);
    }

    /** It is read together with the other files and is no import of its own. */
    ImportFile joined(String sentence) {
        return new ImportFile(path, bytes, model, preview, profile, Optional.of(sentence), Optional.empty(), done, Reading.WITH_THE_OTHERS, rejectsOf);
    }

    ImportFile failed(String sentence) {
        return new ImportFile(path, bytes, model, preview, profile, Optional.of(sentence), Optional.empty(), done, reading, rejectsOf);
    }

    /** Nothing was recognised, but it is a table: a person can say what its columns mean. */
    ImportFile failedButTable(String sentence, Preview table) {
        return new ImportFile(path, bytes, model, preview, profile, Optional.of(sentence), Optional.of(table), done, reading, rejectsOf);
    }

    ImportFile imported(ImportManifest manifest) {
        return new ImportFile(path, bytes, model, preview, profile, Optional.empty(), Optional.empty(), Optional.of(manifest), reading,
            rejectsOf);
    }
}
