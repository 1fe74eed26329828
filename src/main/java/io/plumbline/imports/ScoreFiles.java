package io.plumbline.imports;

import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.imports.source.Unwrapping;
import io.plumbline.imports.trace.TraceLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files that hold scores or feedback and none of the calls that they speak of, as Langfuse and LangSmith export them. */
final class ScoreFiles {

    private static final int NAMED = 3;

    private ScoreFiles() {
    }

    /** Those of several files; what can't be read is none and says so when it is imported. */
    static List<Path> among(List<Path> files, Formats formats) {
        List<Path> scores = new ArrayList<>();
        for (Path file : files) {
            try {
                log(file, formats).filter(ScoreFiles::isOne).ifPresent(log -> scores.add(file));
            } catch (InputException unreadable) {
                continue;
            }
        }
        return scores.size() == files.size() ? List.of() : scores;
    }

    /** The files beside one as logs. */
    static List<TraceLog> of(List<Path> files, Formats formats) {
        return files.stream().map(file -> log(file, formats)).flatMap(Optional::stream).toList();
    }

    /** Ends an import with what to do where its file holds nothing but scores. */
    static void refuse(String file, TraceLog log, List<ImportManifest> imports) {
        if (!isOne(log)) {
            return;
        }
        List<ImportManifest> earlier = imports.stream().filter(manifest -> manifest.format().equals(log.format())).toList();
        String there = earlier.isEmpty() ? "" : " Where the calls are in this workspace already (" + earlier.stream().limit(NAMED)
            .map(manifest -> manifest.file() + ", import " + manifest.id()).collect(Collectors.joining("; "))
            + (earlier.size() > NAMED ? ", …" : "") + "), take that import back first (undo " + earlier.get(earlier.size() - 1).id()
            + "): then both are read anew, and what people decided stays.";
        throw new InputException(file + " holds " + log.notes() + " (" + log.title().split(" ")[0] + ") and none of the calls that they speak of. "
            + "Import it together with the file of the calls, as in: import calls.jsonl " + file + ", or choose both files at once in the window; they are "
            + "joined by the ids of the calls." + there);
    }

    private static boolean isOne(TraceLog log) {
        return log.holdsNotesOnly(ReadingProgress.unwatched());
    }

    private static Optional<TraceLog> log(Path path, Formats formats) {
        SourceFile file = SourceFile.at(path);
        try {
            return formats.traceLog(Unwrapping.of(formats.look(file)), WorkspaceImportService.UNNAMED_MODEL);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
