package io.plumbline.imports.metric;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.imports.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer of Prometheus to a range query, and of what speaks its interface (Thanos, Mimir, VictoriaMetrics): a matrix of series, their
 * values as texts.
 */
public final class PrometheusSeries {

    private final String file;

    public PrometheusSeries(String file) {
        this.file = file;
    }

    /** Whether a document is such an answer, or the part of it that holds the result. */
    public static boolean recognises(JsonNode root) {
        JsonNode data = root.has("data") ? root.path("data") : root;
        return data.has("resultType") && data.has("result") || root.path("status").asText().equals("error") && root.has("errorType");
    }

    public Series read(JsonNode root, Optional<String> wanted) {
        if (root.path("status").asText("success").equals("error")) {
            throw new InputException(file + " holds no series but an error of Prometheus: " + root.path("error").asText() + ". Ask again.");
        }
        JsonNode data = root.has("data") ? root.path("data") : root;
        String type = data.path("resultType").asText();
        if (!type.equals("matrix")) {
            throw new InputException(file + " holds the answer to an instant query (" + type + "). Ask for a range of time: query_range.");
        }
        if (data.path("result").path(0).has("histograms")) {
            throw new InputException(file + " holds native histograms, which are no numbers. Ask for one of them, as with histogram_quantile(0.95, …) or "
                + "histogram_avg(…).");
        }
        MetricSet metrics = new MetricSet(file);
        for (JsonNode series : data.path("result")) {
            String name = name(series.path("metric"));
            List<String> plain = new ArrayList<>();
            series.path("metric").forEach(label -> plain.add(label.asText()));
            for (JsonNode point : series.path("values")) {
                metrics.point(name, plain, Math.round(point.path(0).asDouble() * 1000), value(name, point));
            }
        }
        return metrics.choose(wanted);
    }

    /** A series as Prometheus writes it: name{label="value"}. */
    private static String name(JsonNode metric) {
        List<String> labels = new ArrayList<>();
        metric.properties().forEach(label -> {
            if (!label.getKey().equals("__name__")) {
                labels.add(label.getKey() + "=\"" + label.getValue().asText() + "\"");
            }
        });
        return metric.path("__name__").asText("") + (labels.isEmpty() ? metric.has("__name__") ? "" : "{}" : "{" + String.join(", ",
            labels) + "}");
    }

    private double value(String name, JsonNode point) {
        String text = point.path(1).asText();
        try {
            return switch (text) {
                case "NaN", "+Inf", "-Inf", "Inf" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw new InputException(file + ", series " + name + ", time " + point.path(0).asText() + ": “" + text + "” is no number. Export the "
                + "series anew.", e);
        }
    }
}
