package io.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.imports.MappedField;
import io.plumbline.imports.MappingProfile;
import io.plumbline.ui.MemoryWorkspace;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportSessionTest {

    @TempDir
    Path folder;
    private final TwoColumnImports imports = new TwoColumnImports(new MemoryWorkspace().settings());
    private final List<Throwable> failures = new ArrayList<>();
    private ImportSession session;
    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(folder.resolve("log.jsonl"), "{}\n");
        session = new ImportSession(imports, new SameThreadTaskRunner(), failures::add);
    }

    @Test
    void aRequiredColumnThatIsNotMappedHoldsTheImportBack() {
        session.open(List.of(log));
        assertThat(session.current().orElseThrow().unmapped()).containsExactly(MappedField.TIME);
        assertThat(session.canImport()).isFalse();
    }

    @Test
    void mappingTheMissingColumnMakesTheFileReady() {
        session.open(List.of(log));
        session.assign("when", new Assignment.Field(MappedField.TIME));
        assertThat(session.canImport()).isTrue();
    }

    @Test
    void aColumnGivenAnotherMeaningLosesTheOldOne() {
        session.open(List.of(log));
        session.assign("said", new Assignment.Field(MappedField.PROMPT));
        assertThat(session.current().orElseThrow().unmapped()).contains(MappedField.RESPONSE);
    }

    @Test
    void whatIsImportedCarriesTheMappingAsItWasEdited() {
        session.open(List.of(log));
        session.assign("when", new Assignment.Field(MappedField.TIME));
        session.importAll();
        assertThat(session.phase().get()).isEqualTo(ImportSession.Phase.DONE);
        assertThat(imports.imported.get(0).profile().orElseThrow().mapping().columnOf(MappedField.TIME)).contains("when");
    }

    @Test
    void aFileThatCantBeReadSaysWhyAndDoesNotStopTheOthers() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.bin"), "?");
        session.open(List.of(bad, log));
        session.assign("when", new Assignment.Field(MappedField.TIME));
        session.importAll();
        assertThat(session.files().get(0).problem()).contains("bad.bin is no file that Plumbline reads.");
        assertThat(session.files().get(1).done()).isPresent();
        assertThat(failures).isEmpty();
    }

    @Test
    void aSavedProfileIsOfferedForTheNextFileOfTheKind() {
        session.open(List.of(log));
        session.assign("when", new Assignment.Field(MappedField.TIME));
        session.saveProfile("gateway");
        assertThat(session.profiles()).extracting(MappingProfile::name).containsExactly("gateway");
    }

    @Test
    void aFolderBringsTheFilesInIt() throws IOException {
        Files.writeString(folder.resolve("more.jsonl"), "{}\n");
        Files.writeString(folder.resolve(".hidden"), "");
        session.open(List.of(folder));
        assertThat(session.files()).extracting(ImportFile::name).containsExactly("log.jsonl", "more.jsonl");
    }
}
