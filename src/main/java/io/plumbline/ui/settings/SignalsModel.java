package io.plumbline.ui.settings;

import io.plumbline.detection.DetectorLine;
import io.plumbline.detection.DetectorRegistry;
import io.plumbline.detection.SignalDesk;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.RecordMeasurer;
import io.plumbline.stats.Interval;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Every detector with its switch and its quality by people's labels, and what they find in a sample that a person types. */
final class SignalsModel {

    private final Workspace workspace;
    private final SignalDesk desk;
    private final DetectorRegistry registry;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ObjectProperty<List<DetectorLine>> lines = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<MeasuredRecord>> sample = new SimpleObjectProperty<>(Optional.empty());

    SignalsModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.desk = new SignalDesk(workspace.decisions());
        registry = new DetectorRegistry(workspace, desk);
        this.tasks = tasks;
        this.errors = errors;
    }

    /** The detectors, once they were read. */
    ReadOnlyObjectProperty<List<DetectorLine>> lines() {
        return lines;
    }

    /** What was found in the sample; empty until a person typed one. */
    ReadOnlyObjectProperty<Optional<MeasuredRecord>> sample() {
        return sample;
    }

    void read() {
        tasks.start("settings.signals", "Counting labels", progress -> registry.lines(), lines::set, errors::show);
    }

    /** Switches a detector for the next import. */
    void toggle(DetectorLine line) {
        tasks.start("settings.signals.switch", "Noting the switch", progress -> {
            if (line.state() == DetectorLine.State.ON) {
                registry.switchOff(line.id());
            } else {
                registry.switchOn(line.id());
            }
            return line;
        }, done -> read(), errors::show);
    }

    /** Takes the model in this folder for logs without a score. */
    void chooseModel(String folder) {
        choose(folder, desk::choose);
    }

    /** Goes back to the model that comes with the program. */
    void chooseBuiltInModel() {
        forget(desk::chooseBuiltIn);
    }

    /** Takes the model in this folder for names of persons. */
    void chooseNames(String folder) {
        choose(folder, desk::chooseNames);
    }

    void chooseNoNames() {
        forget(desk::chooseNoNames);
    }

    private void choose(String folder, Consumer<Path> act) {
        tasks.start("settings.signals.model", "Opening the model", progress -> {
            try {
                act.accept(Path.of(folder.strip()));
                return folder;
            } catch (InvalidPathException e) {
                throw new InputException("“" + folder + "” is no path. Choose the folder that holds model.onnx.", e);
            }
        }, chosen -> read(), errors::show);
    }

    private void forget(Runnable act) {
        tasks.start("settings.signals.model", "Noting the choice", progress -> {
            act.run();
            return desk;
        }, chosen -> read(), errors::show);
    }

    /** Where the person's own model lies; empty for the built-in one. */
    String modelFolder() {
        return desk.modelFolder().map(Path::toString).orElse("");
    }

    /** Where the person's model for names lies; empty where there is none. */
    String nameFolder() {
        return desk.nameFolder().map(Path::toString).orElse("");
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

    /** "92.0% (81.0–97.0%), n 50" */
    static String precision(DetectorLine line) {
        return line.isPrecisionMeasured() ? words(line.quality().precision(), line.precisionInterval(), line.quality().judged())
            : unmeasured(line, line.quality().judged());
    }

    static String recall(DetectorLine line) {
        return line.isRecallMeasured() ? words(line.quality().recall(), line.recallInterval(), line.quality().cases())
            : line.isPart() ? "not measured: labels name no kind" : unmeasured(line, line.quality().cases());
    }

    private static String unmeasured(DetectorLine line, long labels) {
        if (line.detector().flags().isEmpty()) {
            return "not measured: no label speaks of it";
        }
        return "not measured: " + Figures.count(labels) + (labels == 1 ? " label" : " labels") + " of " + Figures.count(line.fewestLabels());
    }

    private static String words(double rate, Interval interval, long n) {
        return Figures.percent(rate) + " (" + Figures.interval(interval.lower(), interval.upper()) + "), n " + Figures.count(n);
    }
}
