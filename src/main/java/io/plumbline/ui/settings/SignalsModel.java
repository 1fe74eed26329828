package io.plumbline.ui.settings;

import io.plumbline.detection.DetectorQuality;
import io.plumbline.detection.SignalDesk;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.signals.Detector;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.RecordMeasurer;
import io.plumbline.stats.Interval;
import io.plumbline.store.Workspace;
import io.plumbline.triage.Labels;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Every detector with its switch and its quality by people's labels, and what they find in a sample that a person types. */
final class SignalsModel {

    private final Workspace workspace;
    private final SignalDesk desk;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ObjectProperty<List<Line>> lines = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<MeasuredRecord>> sample = new SimpleObjectProperty<>(Optional.empty());

    SignalsModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.desk = new SignalDesk(workspace.decisions());
        this.tasks = tasks;
        this.errors = errors;
    }

    /** The detectors, once they were read. */
    ReadOnlyObjectProperty<List<Line>> lines() {
        return lines;
    }

    /** What was found in the sample; empty until a person typed one. */
    ReadOnlyObjectProperty<Optional<MeasuredRecord>> sample() {
        return sample;
    }

    void read() {
        long least = workspace.policy().count("signals.labels.minimum");
        tasks.start("settings.signals", "Counting labels", progress -> {
            List<FlaggedRecord> flagged = workspace.log().flagged(LogFilter.everything());
            Labels labels = Labels.of(workspace.decisions());
            Set<Detector> off = desk.off();
            String toxicity = desk.modelFolder().isPresent() ? desk.plan().toxicity().version() : Detector.TOXICITY.version();
            return Stream.of(Detector.values()).map(detector -> new Line(detector, off.contains(detector) ? State.OFF : State.ON,
                DetectorQuality.of(detector, detector == Detector.TOXICITY ? toxicity : detector.version(), flagged, labels), least)).toList();
        }, lines::set, errors::show);
    }

    /** Switches a detector for the next import. */
    void toggle(Line line) {
        tasks.start("settings.signals.switch", "Noting the switch", progress -> {
            if (line.state() == State.ON) {
                desk.switchOff(line.detector());
            } else {
                desk.switchOn(line.detector());
            }
            return line;
        }, done -> read(), errors::show);
    }

    /** Takes the model in this folder for logs without a score. */
    void chooseModel(String folder) {
        tasks.start("settings.signals.model", "Opening the model", progress -> {
            try {
                return desk.choose(Path.of(folder.strip()));
            } catch (InvalidPathException e) {
                throw new InputException("“" + folder + "” is no path. Choose the folder that holds model.onnx.", e);
            }
        }, chosen -> read(), errors::show);
    }

    /** Goes back to the model that comes with the program. */
    void chooseBuiltInModel() {
        tasks.start("settings.signals.model", "Noting the choice", progress -> {
            desk.chooseBuiltIn();
            return desk;
        }, chosen -> read(), errors::show);
    }

    /** Where the person's own model lies; empty for the built-in one. */
    String modelFolder() {
        return desk.modelFolder().map(Path::toString).orElse("");
    }

    /** Measures a text as if it were the response of a record without labels of its log. */
    void measure(String text) {
        if (text.isBlank()) {
            sample.set(Optional.empty());
            return;
        }
        tasks.start("settings.signals.sample", "Measuring the sample", progress -> {
            LogRecord record = new LogRecord("sample", Instant.EPOCH, "", "", "", 0, "", "", LogRecord.BENIGN, "", "", text, "", -1, -1, -1,
                Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE);
            return new RecordMeasurer(desk.plan()).session(workspace.policy(), MeasuringDepth.EVERYTHING).measure(record);
        }, measured -> sample.set(Optional.of(measured)), errors::show);
    }

    /** Whether a detector measures from the next import on. */
    enum State {
        ON, OFF
    }

    /** One detector of the list. */
    record Line(Detector detector, State state, DetectorQuality quality, long fewestLabels) {

        String title() {
            return isOwn() ? "your toxicity model" : detector.title();
        }

        String purpose() {
            return isOwn() ? "Scores responses of logs that bring no score of their own, by the model that you chose below." : detector.purpose();
        }

        private boolean isOwn() {
            return !quality.version().equals(detector.version());
        }

        String precision() {
            return quality.judged() < fewestLabels ? few(quality.judged()) : words(quality.precision(), quality.precisionInterval(), quality.judged());
        }

        String recall() {
            return quality.cases() < fewestLabels ? few(quality.cases()) : words(quality.recall(), quality.recallInterval(), quality.cases());
        }

        private String few(long labels) {
            return "not enough labels (" + Figures.count(labels) + " of " + Figures.count(fewestLabels) + ")";
        }

        private static String words(double rate, Interval interval, long n) {
            return Figures.percent(rate) + " (" + Figures.interval(interval.lower(), interval.upper()) + "), n " + Figures.count(n);
        }
    }
}
