package io.plumbline.store;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** A measured record as rows of log_record, log_text and log_flag, there and back without loss. */
final class RecordRows implements AutoCloseable {

    /** All columns of a record; {@code r}, {@code t} and {@code f} are its three tables. */
    static final String COLUMNS = "r.time_micros, r.canary, r.category, r.context, r.model, r.record_id, r.toxicity, r.completion_tokens, "
        + "r.latency_millis, t.time_rest, t.user_hash, t.session, t.turn, t.language, t.topic, t.prompt, t.response, t.finish_reason, "
        + "t.prompt_tokens, t.source_refused, t.detector_version, t.canary_type, t.probability, t.feedback, t.refusal, t.refusal_span, "
        + "t.refusal_version, f.flags, r.seq";
    static final String TABLES = "log_record r join log_text t on t.seq = r.seq left join log_flag f on f.seq = r.seq";

    private final PreparedStatement record;
    private final PreparedStatement text;
    private final PreparedStatement flag;

    RecordRows(Connection connection) throws SQLException {
        record = connection.prepareStatement("insert into log_record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        text = connection.prepareStatement("insert into log_text values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        flag = connection.prepareStatement("insert into log_flag values (?, ?)");
    }

    void add(long seq, long importNo, long keyHash, MeasuredRecord measured) throws SQLException {
        LogRecord log = measured.record();
        record.setLong(1, seq);
        record.setLong(2, importNo);
        record.setLong(3, RecordTime.micros(log.time()));
        record.setBoolean(4, log.isCanary());
        record.setString(5, log.category());
        record.setString(6, log.context());
        record.setString(7, log.model());
        record.setString(8, log.id());
        record.setLong(9, keyHash);
        record.setDouble(10, log.toxicity());
        record.setInt(11, log.completionTokens());
        record.setInt(12, log.latencyMillis());
        record.addBatch();
        text.setLong(1, seq);
        text.setInt(2, RecordTime.rest(log.time()));
        text.setString(3, log.user());
        text.setString(4, log.session());
        text.setInt(5, log.turn());
        text.setString(6, log.language());
        text.setString(7, log.topic());
        text.setObject(8, LongText.parts(log.prompt()));
        text.setObject(9, LongText.parts(log.response()));
        text.setString(10, log.finishReason());
        text.setInt(11, log.promptTokens());
        if (log.sourceRefused().isPresent()) {
            text.setBoolean(12, log.sourceRefused().get());
        } else {
            text.setNull(12, Types.BOOLEAN);
        }
        text.setString(13, log.detectorVersion());
        text.setString(14, log.canary());
        text.setDouble(15, log.inclusionProbability());
        text.setString(16, log.feedback().name());
        text.setString(17, measured.refusal().name());
        text.setString(18, FlagText.writeSpans(measured.refusalSpan()));
        text.setString(19, measured.detectorVersions());
        text.addBatch();
        if (!measured.flags().isEmpty()) {
            flag.setLong(1, seq);
            flag.setObject(2, LongText.parts(FlagText.write(measured.flags())));
            flag.addBatch();
        }
    }

    void flush() throws SQLException {
        record.executeBatch();
        text.executeBatch();
        flag.executeBatch();
    }

    static MeasuredRecord read(ResultSet row) throws SQLException {
        boolean refused = row.getBoolean(20);
        Optional<Boolean> sourceRefused = row.wasNull() ? Optional.empty() : Optional.of(refused);
        LogRecord log = new LogRecord(row.getString(6), RecordTime.instant(row.getLong(1), row.getInt(10)), row.getString(5),
            row.getString(11), row.getString(12), row.getInt(13), row.getString(4), row.getString(14), row.getString(3),
            row.getString(15), LongText.of(row.getArray(16)), LongText.of(row.getArray(17)), row.getString(18), row.getInt(19),
            row.getInt(8), row.getInt(9), sourceRefused, row.getDouble(7), row.getString(21), row.getString(22), row.getDouble(23),
            Feedback.valueOf(row.getString(24)));
        Array flags = row.getArray(28);
        return new MeasuredRecord(log, Verdict.valueOf(row.getString(25)), FlagText.readSpans(row.getString(26)), row.getString(27),
            log.language(), log.topic(), SignalValues.NONE, flags == null ? List.of() : FlagText.read(LongText.of(flags)));
    }

    @Override
    public void close() throws SQLException {
        record.close();
        text.close();
        flag.close();
    }
}
