package io.plumbline.store;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;

/** Evaluation runs as ordinary rows: there are few, and each is read whole. */
final class H2EvaluationRuns implements EvaluationRuns {

    private static final String VISIBLE = "import_no in (select import_no from file_import where status = 'DONE')";
    private static final String SAMPLES = """
        select s.place, s.pair_key, s.epoch, s.category, s.intent, s.prompt, s.response, s.responded, s.judgements, s.metadata
        from sample s join evaluation_run r on r.run_no = s.run_no where r.id = :id and r.%s""".formatted(VISIBLE);
    private final Jdbi database;

    H2EvaluationRuns(Jdbi database) {
        this.database = database;
    }

    @Override
    public List<EvaluationRun> list() {
        return database.withHandle(handle -> handle.createQuery("""
            select id, import_id, model, variant, suite, format, file, created, samples, unscored, judges, metadata, purpose, results
            from evaluation_run where %s order by import_no, run_no""".formatted(VISIBLE)).map((row, context) -> run(row)).list());
    }

    @Override
    public Optional<EvaluationRun> find(String reference) {
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        List<EvaluationRun> all = list();
        return only(all, run -> run.id().equals(reference))
            .or(() -> only(all, run -> run.id().startsWith(reference)))
            .or(() -> only(all, run -> run.file().equals(reference)));
    }

    private static Optional<EvaluationRun> only(List<EvaluationRun> runs, Predicate<EvaluationRun> wanted) {
        List<EvaluationRun> found = runs.stream().filter(wanted).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public List<Sample> samples(String runId) {
        return database.withHandle(handle -> handle.createQuery(SAMPLES + " order by s.place")
            .bind("id", runId).map((row, context) -> sample(runId, row)).list());
    }

    @Override
    public Optional<Sample> sample(String runId, int place) {
        return database.withHandle(handle -> handle.createQuery(SAMPLES + " and s.place = :place")
            .bind("id", runId).bind("place", place).map((row, context) -> sample(runId, row)).findOne());
    }

    @Override
    public AnswerTable answers(String runId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        database.useHandle(handle -> handle.createQuery("""
            select a.content from run_answers a join evaluation_run r on r.run_no = a.run_no where r.id = :id and r.%s order by a.piece"""
            .formatted(VISIBLE)).bind("id", runId).mapTo(byte[].class).forEach(bytes::writeBytes));
        return bytes.size() == 0 ? AnswerTable.of(samples(runId)) : AnswerBytes.read(bytes.toByteArray());
    }

    private static EvaluationRun run(ResultSet row) throws SQLException {
        Object[] judges = (Object[]) row.getArray("judges").getArray();
        return new EvaluationRun(row.getString("id"), row.getString("import_id"), row.getString("model"), row.getString("variant"),
            row.getString("suite"), row.getString("format"), row.getString("file"),
            Optional.ofNullable(row.getString("created")).map(Instant::parse), row.getInt("samples"), row.getInt("unscored"),
            Arrays.stream(judges).map(String.class::cast).toList(), SampleText.readMap(LongText.of(row.getArray("metadata"))),
            RunPurpose.valueOf(row.getString("purpose")), SampleText.readResults(LongText.of(row.getArray("results"))));
    }

    private static Sample sample(String runId, ResultSet row) throws SQLException {
        return new Sample(runId, row.getInt("place"), row.getString("pair_key"), row.getInt("epoch"), row.getString("category"),
            PromptIntent.valueOf(row.getString("intent")), LongText.of(row.getArray("prompt")), LongText.of(row.getArray("response")),
            row.getBoolean("responded"), SampleText.readJudgements(LongText.of(row.getArray("judgements"))),
            SampleText.readMap(LongText.of(row.getArray("metadata"))));
    }
}
