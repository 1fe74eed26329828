package io.plumbline.detection;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.monitoring.WatchList;
import io.plumbline.signals.Detector;
import io.plumbline.signals.SignalPlan;
import io.plumbline.signals.onnx.OnnxNames;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.sensitive.NameModel;
import io.plumbline.signals.sensitive.SensitiveKind;
import io.plumbline.signals.toxicity.OnnxToxicity;
import io.plumbline.signals.toxicity.ToxicityModel;
import io.plumbline.signals.toxicity.ToxicityWords;
import io.plumbline.store.Decisions;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured in this workspace from the next import on. Every switch and every version of a policy is a decision in the journal, so
 * that a reader can tell years later by which rules a record was flagged.
 */
public final class SignalDesk {

    private static final String STATE = "state";
    private static final String ON = "on";
    private static final String OFF = "off";

    private static final String TOXICITY = "toxicity";
    private static final String NAMES = "names";
    private static final String FOLDER = "folder";

    private final Decisions decisions;
    private volatile Optional<Opened> opened = Optional.empty();
    private volatile Optional<OpenedNames> openedNames = Optional.empty();

    public SignalDesk(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What the next import measures. */
    public SignalPlan plan() {
        return new SignalPlan(off(), policies().stream().filter(policy -> policy.state() == ContentPolicy.State.IN_FORCE).toList(), model())
            .watching(new WatchList(decisions).entries()).withNames(names()).without(unflagged());
    }

    /** Detectors that a person switched off. */
    public Set<Detector> off() {
        Set<Detector> off = EnumSet.noneOf(Detector.class);
        for (JournalEntry entry : decisions.ofKinds(DecisionKinds.DETECTOR_SWITCHED)) {
            Detector detector = Detector.valueOf(entry.subject());
            if (OFF.equals(entry.payload().get(STATE))) {
                off.add(detector);
            } else {
                off.remove(detector);
            }
        }
        return off;
    }

    public void switchOff(Detector detector) {
        if (detector.isNeeded()) {
            throw new IllegalArgumentException(detector + " is needed");
        }
        decisions.record(DecisionKinds.DETECTOR_SWITCHED, detector.name(), Map.of(STATE, OFF, "version", detector.version()));
    }

    public void switchOn(Detector detector) {
        decisions.record(DecisionKinds.DETECTOR_SWITCHED, detector.name(), Map.of(STATE, ON, "version", detector.version()));
    }

    /** Kinds of sensitive content that raise no flag. */
    public Set<SensitiveKind> unflagged() {
        Set<SensitiveKind> off = EnumSet.noneOf(SensitiveKind.class);
        for (JournalEntry entry : decisions.ofKinds(DecisionKinds.SENSITIVE_KIND_SWITCHED)) {
            SensitiveKind kind = SensitiveKind.valueOf(entry.subject());
            if (OFF.equals(entry.payload().get(STATE))) {
                off.add(kind);
            } else {
                off.remove(kind);
            }
        }
        return off;
    }

    /** No flag for this kind from now on; it is covered up all the same. */
    public void switchOff(SensitiveKind kind) {
        decisions.record(DecisionKinds.SENSITIVE_KIND_SWITCHED, kind.name(), Map.of(STATE, OFF, "version", Detector.SENSITIVE_CONTENT.version()));
    }

    public void switchOn(SensitiveKind kind) {
        decisions.record(DecisionKinds.SENSITIVE_KIND_SWITCHED, kind.name(), Map.of(STATE, ON, "version", Detector.SENSITIVE_CONTENT.version()));
    }

    /** Every policy in its newest version, in the order in which they were first written. */
    public List<ContentPolicy> policies() {
        Map<String, ContentPolicy> newest = new LinkedHashMap<>();
        for (JournalEntry entry : decisions.ofKinds(DecisionKinds.CONTENT_POLICY_SAVED)) {
            newest.put(entry.subject(), PolicyPayload.read(entry));
        }
        return List.copyOf(newest.values());
    }

    /** Every version of every policy, oldest first. */
    public List<ContentPolicy> everyVersion() {
        return decisions.ofKinds(DecisionKinds.CONTENT_POLICY_SAVED).stream().map(PolicyPayload::read).toList();
    }

    /** All versions of one policy, oldest first. */
    public List<ContentPolicy> versions(String id) {
        return decisions.onSubject(id).stream().filter(entry -> entry.kind().equals(DecisionKinds.CONTENT_POLICY_SAVED)).map(PolicyPayload::read).toList();
    }

    /** Writes the next version of a policy; its number is counted here. */
    public ContentPolicy save(ContentPolicy policy) {
        policy.checked();
        ContentPolicy next = new ContentPolicy(policy.id(), versions(policy.id()).size() + 1, policy.name().strip(), policy.text().strip(),
            policy.category(), policy.state(), policy.rules());
        decisions.record(DecisionKinds.CONTENT_POLICY_SAVED, next.id(), PolicyPayload.of(next));
        return next;
    }

    /** An id that no policy has. */
    public String freeId() {
        return "p" + (policies().size() + 1);
    }

    /** Takes a person's own model for logs without a score. It is opened first, so that what doesn't fit is said now. */
    public ToxicityModel choose(Path folder) {
        ToxicityModel model = OnnxToxicity.in(folder);
        decisions.record(DecisionKinds.TOXICITY_MODEL_CHOSEN, TOXICITY, Map.of(FOLDER, folder.toString(), "version", model.version()));
        opened = Optional.of(new Opened(folder, model));
        return model;
    }

    /** Goes back to the model that comes with the program. */
    public void chooseBuiltIn() {
        decisions.record(DecisionKinds.TOXICITY_MODEL_CHOSEN, TOXICITY, Map.of(FOLDER, "", "version", ToxicityWords.VERSION));
    }

    /** Where the person's own model lies; empty where the built-in one is used. */
    public Optional<Path> modelFolder() {
        List<JournalEntry> chosen = decisions.ofKinds(DecisionKinds.TOXICITY_MODEL_CHOSEN);
        String folder = chosen.isEmpty() ? "" : (String) chosen.get(chosen.size() - 1).payload().get(FOLDER);
        return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    private ToxicityModel model() {
        Optional<Path> folder = modelFolder();
        if (folder.isEmpty() || off().contains(Detector.TOXICITY)) {
            return ToxicityWords.builtIn();
        }
        if (opened.filter(model -> model.folder.equals(folder.get())).isEmpty()) {
            opened = Optional.of(new Opened(folder.get(), OnnxToxicity.in(folder.get())));
        }
        return opened.get().model;
    }

    /** Takes a person's own model for names. It is opened first, so that what doesn't fit is said now. */
    public NameModel chooseNames(Path folder) {
        NameModel model = OnnxNames.in(folder);
        decisions.record(DecisionKinds.NAME_MODEL_CHOSEN, NAMES, Map.of(FOLDER, folder.toString(), "version", model.version()));
        openedNames = Optional.of(new OpenedNames(folder, model));
        return model;
    }

    /** Looks for no names any more. */
    public void chooseNoNames() {
        decisions.record(DecisionKinds.NAME_MODEL_CHOSEN, NAMES, Map.of(FOLDER, "", "version", NameModel.NONE.version()));
    }

    /** Where the person's own model for names lies; empty where none is used. */
    public Optional<Path> nameFolder() {
        List<JournalEntry> chosen = decisions.ofKinds(DecisionKinds.NAME_MODEL_CHOSEN);
        String folder = chosen.isEmpty() ? "" : (String) chosen.get(chosen.size() - 1).payload().get(FOLDER);
        return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    private NameModel names() {
        Optional<Path> folder = nameFolder();
        if (folder.isEmpty() || off().contains(Detector.NAMES)) {
            return NameModel.NONE;
        }
        if (openedNames.filter(model -> model.folder.equals(folder.get())).isEmpty()) {
            openedNames = Optional.of(new OpenedNames(folder.get(), OnnxNames.in(folder.get())));
        }
        return openedNames.get().model;
    }

    private record OpenedNames(Path folder, NameModel model) {
    }

    /** Opening a model takes seconds, so it is kept. */
    private record Opened(Path folder, ToxicityModel model) {
    }
}
