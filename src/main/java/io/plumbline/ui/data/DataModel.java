package io.plumbline.ui.data;

import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Reject;
import io.plumbline.imports.ImportPaths;
import io.plumbline.imports.UndoConsequence;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.reference.ReferenceSet;
import io.plumbline.reference.ReferenceSets;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The data screen without its window: what is there, where its bytes are, and how an import is taken back. */
final class DataModel {

    private static final int REJECTS_SHOWN = 1000;

    private final Workspace workspace;
    private final WatchedFolder watched;
    private final ImportPaths paths;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<DataReading> reading = new ReadOnlyObjectWrapper<>(DataReading.EMPTY);

    DataModel(Workspace workspace, WatchedFolder watched, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.watched = watched;
        this.paths = new ImportPaths(workspace.settings());
        this.tasks = tasks;
        this.errors = errors;
    }

    ReadOnlyObjectProperty<DataReading> reading() {
        return reading.getReadOnlyProperty();
    }

    void refresh() {
        tasks.start("data.read", "Reading the workspace", progress -> {
            List<ImportManifest> imports = new ArrayList<>(workspace.imports().list());
            Collections.reverse(imports);
            List<JournalEntry> baselines = new ArrayList<>(workspace.decisions().ofKinds(DecisionKinds.BASELINE_ACCEPTED));
            Collections.reverse(baselines);
            return new DataReading(imports, workspace.runs().list(), baselines, places(workspace.directory()),
                cutOff(imports), new DataReading.Watched(watched.path(), watched.path().isPresent() ? watched.taken() : List.of()));
        }, reading::set, errors::show);
    }

    private List<DataReading.CutOff> cutOff(List<ImportManifest> imports) {
        return workspace.imports().interrupted().stream().filter(file -> imports.stream().noneMatch(m -> m.file().equals(file)))
            .map(file -> new DataReading.CutOff(file, paths.ofCutOff(file))).toList();
    }

    /** How much of which benchmark runs hold, as sentences by run id. Needs their prompts, so it is read apart from the rest. */
    void readCoverage(List<EvaluationRun> runs, Consumer<Map<String, String>> found) {
        if (runs.isEmpty()) {
            return;
        }
        tasks.start("data.coverage", "Comparing runs with benchmarks", progress -> {
            BenchmarkCatalogue catalogue = BenchmarkCatalogue.builtIn();
            Map<String, String> sentences = new HashMap<>();
            for (EvaluationRun run : runs) {
                progress.check();
                catalogue.coverage(run, workspace.runs().samples(run.id())).ifPresent(coverage -> sentences.put(run.id(), coverage.sentence()));
            }
            return sentences;
        }, found, errors::show);
    }

    /** Label material with its raters' agreement and the quality of our detectors on it. */
    void readLabelMaterial(Consumer<List<ReferenceSet>> found) {
        tasks.start("data.labels", "Measuring label material", progress -> new ReferenceSets(workspace.runs(), workspace.policy()).list(progress),
            found, errors::show);
    }

    void readRejects(String importId, Consumer<List<Reject>> found) {
        tasks.start("data.rejects", "Reading the rejects", progress -> workspace.imports().rejects(importId, 0, REJECTS_SHOWN), found, errors::show);
    }

    /** What undoing would do, for the question before it: what rests on the import, and what would be missing. */
    void readConsequenceOfUndo(ImportManifest manifest, Consumer<String> found) {
        tasks.start("data.undo.consequence", "Looking what rests on " + manifest.file(),
            progress -> String.join(" ", UndoConsequence.of(manifest, workspace).sentences()), found, errors::show);
    }

    void undo(ImportManifest manifest) {
        tasks.start("data.undo." + manifest.id(), "Undoing the import of " + manifest.file(), progress -> {
            workspace.imports().undo(manifest.id(), progress);
            return manifest;
        }, undone -> refresh(), errors::show);
    }

    private static List<DataReading.StoredFile> places(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().map(file -> new DataReading.StoredFile(file,
                holds(directory.relativize(file).toString()), size(file))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            return 0;
        }
    }

    private static String holds(String name) {
        if (name.endsWith(".mv.db")) {
            return "Runs, log records, rejects and what was computed from them";
        }
        if (name.equals("journal.jsonl")) {
            return "Every decision, one line each, chained by hash";
        }
        if (name.equals("policy.json")) {
            return "Policy of this workspace, in place of the defaults";
        }
        if (name.endsWith(".lock")) {
            return "Says that a window has this workspace open";
        }
        if (name.equals("workspace.json")) {
            return "Marks the folder as a workspace";
        }
        return "Part of this workspace";
    }
}
