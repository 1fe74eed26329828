package io.plumbline.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Policy;
import io.plumbline.signals.anomaly.AnomalyModel;
import io.plumbline.stats.proportion.FutureCount;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Settings;
import io.plumbline.store.Workspace;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last anomaly report of a workspace, so that its records wait in triage and its series is there when the window opens. It is derived
 * from the log and may be lost: another search brings it back.
 */
public final class SavedAnomalies {

    private static final String KEY = "anomaly.report";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Settings settings;

    public SavedAnomalies(Settings settings) {
        this.settings = settings;
    }

    public void save(AnomalyReport report) {
        ObjectNode document = mapper.createObjectNode().put("version", AnomalyModel.VERSION).put("from", report.from().toString())
            .put("to", report.to().toString()).put("level", report.level()).put("calibrated", report.calibrated())
            .put("heldFrom", report.check().from().toString()).put("heldTo", report.check().to().toString())
            .put("heldRecords", report.check().records()).put("heldFlagged", report.check().flagged())
            .put("dispersion", report.dispersion()).put("expectedFrom", report.expected().lower()).put("expectedTo", report.expected().upper());
        ArrayNode days = document.putArray("days");
        report.days().forEach(d -> days.addArray().add(d.date().toEpochDay()).add(d.records()).add(d.flagged()));
        ArrayNode signals = document.putArray("signals");
        report.signals().forEach(s -> signals.addArray().add(s.signal()).add(s.records()));
        ArrayNode top = document.putArray("top");
        for (AnomalyReport.Anomaly a : report.top()) {
            ArrayNode row = top.addArray().add(a.key()).add(a.id()).add(a.time().toString()).add(a.category()).add(a.score()).add(a.pValue());
            ArrayNode causes = row.addArray();
            a.causes().forEach(c -> causes.addArray().add(c.signal()).add(c.value()).add(c.usual()).add(c.surprise()));
        }
        try {
            settings.put(KEY, mapper.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last report of a workspace as a source for an analysis of its log. */
    public static MeasuredAnomalies of(Workspace workspace) {
        return new SavedAnomalies(workspace.settings()).against(workspace.policy(), workspace.decisions());
    }

    /**
     * The last report as a source for an analysis: it speaks of the log only while the log holds the records that it counted, day by day, and the
     * baseline is the one it learnt from.
     */
    public MeasuredAnomalies against(Policy policy, Decisions decisions) {
        return (log, last) -> last().filter(report -> report.speaksOf(log, new BaselineDays(log, policy, decisions).days(), policy.number("anomaly.level")))
            .map(report -> report.upTo(last));
    }

    /** The last report; empty where there is none of this version of the method. */
    public Optional<AnomalyReport> last() {
        return settings.get(KEY).flatMap(this::read);
    }

    /**
     * Every flagged record of user traffic: what the detectors flagged at import and what the anomaly score flagged since, by time. Where an
     * import was taken back since, some anomalies may be of records that are gone, and none is shown.
     */
    public List<FlaggedRecord> withFlagged(ProductionLog log) {
        List<FlaggedRecord> flagged = log.flagged(LogFilter.everything());
        List<AnomalyReport.Anomaly> anomalies = last().map(AnomalyReport::top).orElse(List.of());
        if (anomalies.isEmpty() || log.count(LogFilter.everything()) < last().map(SavedAnomalies::records).orElse(0L)) {
            return flagged;
        }
        Map<String, FlaggedRecord> byKey = new LinkedHashMap<>();
        flagged.forEach(record -> byKey.put(record.key(), record));
        anomalies.forEach(a -> byKey.merge(a.key(), a.flagged(), SavedAnomalies::both));
        return byKey.values().stream().sorted(Comparator.comparing(FlaggedRecord::time)).toList();
    }

    private static long records(AnomalyReport report) {
        return report.days().stream().mapToLong(AnomalyReport.Day::records).sum();
    }

    private static FlaggedRecord both(FlaggedRecord known, FlaggedRecord anomaly) {
        List<Flag> flags = new ArrayList<>(known.flags());
        flags.addAll(anomaly.flags());
        return new FlaggedRecord(known.key(), known.id(), known.time(), known.category(), flags);
    }

    private Optional<AnomalyReport> read(String text) {
        try {
            JsonNode document = mapper.readTree(text);
            if (!AnomalyModel.VERSION.equals(document.path("version").asText())) {
                return Optional.empty();
            }
            List<AnomalyReport.Day> days = new ArrayList<>();
            document.path("days").forEach(d -> days.add(new AnomalyReport.Day(LocalDate.ofEpochDay(d.get(0).asLong()), d.get(1).asLong(),
                d.get(2).asLong())));
            List<AnomalyReport.SignalShare> signals = new ArrayList<>();
            document.path("signals").forEach(s -> signals.add(new AnomalyReport.SignalShare(s.get(0).asText(), s.get(1).asLong())));
            List<AnomalyReport.Anomaly> top = new ArrayList<>();
            document.path("top").forEach(a -> top.add(anomaly(a)));
            return Optional.of(new AnomalyReport(day(document, "from"), day(document, "to"), document.path("level").asDouble(),
                document.path("calibrated").asLong(), new AnomalyModel.Check(day(document, "heldFrom"), day(document, "heldTo"),
                document.path("heldRecords").asLong(), document.path("heldFlagged").asLong()), document.path("dispersion").asDouble(),
                new FutureCount.Range(document.path("expectedFrom").asLong(), document.path("expectedTo").asLong()), days, top, signals));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static AnomalyReport.Anomaly anomaly(JsonNode row) {
        List<AnomalyModel.Cause> causes = new ArrayList<>();
        row.get(6).forEach(c -> causes.add(new AnomalyModel.Cause(c.get(0).asText(), c.get(1).asDouble(), c.get(2).asDouble(), c.get(3).asDouble())));
        return new AnomalyReport.Anomaly(row.get(0).asText(), row.get(1).asText(), Instant.parse(row.get(2).asText()), row.get(3).asText(),
            row.get(4).asDouble(), row.get(5).asDouble(), causes);
    }

    private static LocalDate day(JsonNode document, String key) {
        return LocalDate.parse(document.path(key).asText());
    }
}
