package io.plumbline.imports.runs;

import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.Reject;
import io.plumbline.domain.RunPurpose;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.source.ReadingProgress;
import java.util.ArrayList;
import java.util.List;

/** What a reader is told about the import it works for, and where it leaves the records that it refuses. */
public final class RunReading {

    private final ImportRequest request;
    private final String importId;
    private final String sha256;
    private final ReadingProgress progress;
    private final List<Reject> rejects = new ArrayList<>();
    private int runs;

    public RunReading(ImportRequest request, String importId, String sha256, ReadingProgress progress) {
        this.request = request;
        this.importId = importId;
        this.sha256 = sha256;
        this.progress = progress;
    }

    public ImportRequest request() {
        return request;
    }

    public ReadingProgress progress() {
        return progress;
    }

    public void reject(Reject reject) {
        rejects.add(reject);
    }

    public List<Reject> rejects() {
        return rejects;
    }

    /**
     * A new run of this file. Its id comes from the file's hash, so the same file gives the same id in every workspace; what it is evidence
     * of comes from the catalogue, and is safety for suites that the catalogue does not know.
     */
    public RunBuilder run(String format, String model, String suite) {
        runs++;
        String id = "run-" + sha256.substring(0, 12) + (runs == 1 ? "" : "-" + runs);
        return new RunBuilder(id, importId, format, request.fileName(), request.model().isEmpty() ? model : request.model(), suite)
            .purpose(BenchmarkCatalogue.builtIn().purposeOf(suite, RunPurpose.SAFETY)).stated(request.purpose());
    }
}
