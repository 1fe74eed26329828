package io.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportKind;
import io.plumbline.imports.MappedField;
import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
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

    @Test
    void aTableThatNothingRecognisesCanBeMappedByHand() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), "Wann;Wer;Antwort\n2026-05-01T00:00:00Z;u1;No.\n");
        try (Workspace workspace = Workspaces.open(folder.resolve("workspace"), "Reviewer A")) {
            session = new ImportSession(new WorkspaceImportService(workspace), new SameThreadTaskRunner(), failures::add);
            session.open(List.of(odd));
            assertThat(session.current().orElseThrow().byHand()).isPresent();
            session.readAs(ImportKind.LOG);
            session.assign("Wann", new Assignment.Field(MappedField.TIME));
            session.assign("Antwort", new Assignment.Field(MappedField.RESPONSE));
            session.nameModel("bot");
            session.importAll();
            assertThat(session.current().orElseThrow().done().orElseThrow().records()).isEqualTo(1);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void rejectedLinesAreReadAgainWithTheMappingAndTheModelOfTheirImport() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), "Wann;Wer;Antwort\n2026-05-01T00:00:00Z;u1;No.\ngestern;u2;Yes.\n");
        try (Workspace workspace = Workspaces.open(folder.resolve("workspace"), "Reviewer A")) {
            session = new ImportSession(new WorkspaceImportService(workspace), new SameThreadTaskRunner(), failures::add);
            session.open(List.of(odd));
            session.readAs(ImportKind.LOG);
            session.assign("Wann", new Assignment.Field(MappedField.TIME));
            session.assign("Antwort", new Assignment.Field(MappedField.RESPONSE));
            session.nameModel("bot");
            session.saveProfile("odd");
            session.importAll();
            ImportSession again = new ImportSession(new WorkspaceImportService(workspace), new SameThreadTaskRunner(), failures::add);
            again.openRejects(workspace.imports().list().get(0), odd);
            assertThat(again.current().orElseThrow().profile().orElseThrow().mapping().columnOf(MappedField.TIME)).contains("Wann");
            assertThat(again.current().orElseThrow().model()).isEqualTo("bot");
        }
        assertThat(failures).isEmpty();
    }
}
