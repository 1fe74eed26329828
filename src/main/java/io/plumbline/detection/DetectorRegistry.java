package io.plumbline.detection;

import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.signals.Detector;
import io.plumbline.signals.sensitive.SensitiveContentDetector;
import io.plumbline.signals.sensitive.SensitiveKind;
import io.plumbline.store.Workspace;
import io.plumbline.triage.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every detector of a workspace with its switch and its quality by people's labels, and every kind of sensitive content below its own. */
public final class DetectorRegistry {

    private static final String OWN_TOXICITY = "your toxicity model";

    private final Workspace workspace;
    private final SignalDesk desk;

    public DetectorRegistry(Workspace workspace, SignalDesk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    /** Counts the labels anew. */
    public List<DetectorLine> lines() {
        long least = workspace.policy().count("signals.labels.minimum");
        List<FlaggedRecord> flagged = workspace.log().flagged(LogFilter.everything());
        Labels labels = Labels.of(workspace.decisions());
        Set<Detector> off = desk.off();
        Set<SensitiveKind> unflagged = desk.unflagged();
        List<DetectorLine> lines = new ArrayList<>();
        for (Detector detector : Detector.values()) {
            String version = version(detector);
            DetectorQuality quality = detector == Detector.REFUSAL ? DetectorQuality.ofRefusals(workspace.log(), labels)
                : DetectorQuality.of(detector, version, flagged, labels);
            boolean own = detector == Detector.TOXICITY && !version.equals(detector.version());
            lines.add(new DetectorLine(detector.name(), detector, own ? OWN_TOXICITY : detector.title(),
                own ? "Scores responses of logs that bring no score of their own, by the model that you chose below." : detector.purpose(),
                state(detector, off), quality, least));
            if (detector == Detector.SENSITIVE_CONTENT) {
                for (SensitiveKind kind : SensitiveKind.values()) {
                    if (kind.isFoundByRules() && kind.isMasked()) {
                        lines.add(part(kind, off, unflagged, flagged, labels, least));
                    }
                }
            }
        }
        return lines;
    }

    private static DetectorLine part(SensitiveKind kind, Set<Detector> off, Set<SensitiveKind> unflagged, List<FlaggedRecord> flagged, Labels labels,
                                     long least) {
        DetectorQuality quality = DetectorQuality.of(SensitiveContentDetector.VERSION, Detector.SENSITIVE_CONTENT.flags(),
            flag -> flag.version().equals(SensitiveContentDetector.VERSION) && kind.isListedIn(flag.reason()), flagged, labels);
        // Labels do not say which kind of data a record holds, so what was missed can't be counted by kind.
        DetectorQuality known = new DetectorQuality(quality.version(), quality.flagged(), quality.confirmed(), quality.judged(), 0, 0);
        return new DetectorLine(Detector.SENSITIVE_CONTENT.name() + "." + kind.name(), Detector.SENSITIVE_CONTENT, kind.word(),
            "Flags a response that holds one; covered up in any case.",
            off.contains(Detector.SENSITIVE_CONTENT) || unflagged.contains(kind) ? DetectorLine.State.OFF : DetectorLine.State.ON, known, least);
    }

    private String version(Detector detector) {
        if (detector == Detector.TOXICITY && desk.modelFolder().isPresent()) {
            return desk.plan().toxicity().version();
        }
        return detector == Detector.NAMES ? desk.plan().names().version() : detector.version();
    }

    private DetectorLine.State state(Detector detector, Set<Detector> off) {
        if (detector == Detector.NAMES && desk.nameFolder().isEmpty()) {
            return DetectorLine.State.NO_MODEL;
        }
        return switch (detector.use()) {
            case NEEDED -> DetectorLine.State.ALWAYS;
            case ON_REQUEST -> DetectorLine.State.ON_REQUEST;
            case OPTIONAL -> off.contains(detector) ? DetectorLine.State.OFF : DetectorLine.State.ON;
        };
    }

    /** Switches a detector or a kind of sensitive content on for the next import. */
    public void switchOn(String id) {
        Switch meant = named(id);
        if (meant.isKind()) {
            desk.switchOn(SensitiveKind.valueOf(meant.kind));
        } else {
            desk.switchOn(meant.detector);
        }
    }

    /** Switches a detector or a kind of sensitive content off for the next import. */
    public void switchOff(String id) {
        Switch meant = named(id);
        if (meant.isKind()) {
            desk.switchOff(SensitiveKind.valueOf(meant.kind));
        } else {
            desk.switchOff(meant.detector);
        }
    }

    private static Switch named(String id) {
        String[] parts = id.strip().toUpperCase(Locale.ROOT).replace('-', '_').split("\\.", 2);
        try {
            Detector detector = Detector.valueOf(parts[0]);
            String kind = parts.length > 1 ? SensitiveKind.valueOf(parts[1]).name() : "";
            if (parts.length > 1 && detector != Detector.SENSITIVE_CONTENT || parts.length == 1 && detector.use() != Detector.Use.OPTIONAL) {
                throw new InputException("“" + id + "” can't be switched: " + (parts.length > 1 ? "only sensitive content has kinds."
                    : detector.isNeeded() && detector.use() == Detector.Use.NEEDED ? "series, triage and corrected rates rest on it."
                    : "it runs when it is asked for."));
            }
            return new Switch(detector, kind);
        } catch (IllegalArgumentException e) {
            throw new InputException("There is no detector “" + id + "”. `plumbline detectors` lists them.", e);
        }
    }

    private record Switch(Detector detector, String kind) {

        boolean isKind() {
            return !kind.isEmpty();
        }
    }
}
