package io.plumbline.imports.runs;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.StatedPurpose;
import io.plumbline.imports.source.WholeCharacters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the samples of one run and keeps the rules that hold for every format: a sample without a response is unscored whatever a
 * judge said, the same prompt a second time is a repeat and no further prompt, what is on capability gets no verdict on safety, and human
 * judges come first.
 */
public final class RunBuilder {

    private final String id;
    private final String importId;
    private final String format;
    private final String file;
    private final String model;
    private final String suite;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private final Set<String> judges = new LinkedHashSet<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<TaskResult> results = new ArrayList<>();
    private String variant = "";
    private RunPurpose purpose = RunPurpose.SAFETY;
    private Optional<StatedPurpose> stated = Optional.empty();
    private Optional<Instant> created = Optional.empty();

    public RunBuilder(String id, String importId, String format, String file, String model, String suite) {
        this.id = id;
        this.importId = importId;
        this.format = format;
        this.file = file;
        this.model = WholeCharacters.of(model);
        this.suite = WholeCharacters.of(suite);
    }

    public String suite() {
        return suite;
    }

    public RunBuilder variant(String name) {
        variant = WholeCharacters.of(name);
        return this;
    }

    public RunBuilder created(Optional<Instant> when) {
        created = when;
        return this;
    }

    public RunBuilder purpose(RunPurpose what) {
        purpose = what;
        return this;
    }

    /** What a person said that the run is evidence of. It goes before what its format or its name suggest, but label material stays that. */
    RunBuilder stated(Optional<StatedPurpose> what) {
        stated = what;
        what.ifPresent(said -> metadata("purpose", "stated at import: " + said.name().toLowerCase(Locale.ROOT)));
        return this;
    }

    private RunPurpose effective() {
        return purpose == RunPurpose.REFERENCE ? purpose : stated.map(StatedPurpose::purpose).orElse(purpose);
    }

    private PromptIntent intent(PromptIntent source) {
        return source == PromptIntent.UNSPECIFIED && purpose != RunPurpose.REFERENCE ? stated.map(StatedPurpose::intent).orElse(source) : source;
    }

    /** Keeps a score of a whole task. */
    public RunBuilder result(TaskResult result) {
        results.add(result);
        return this;
    }

    /** Keeps a fact of the source; empty ones are left out. */
    public RunBuilder metadata(String key, String value) {
        if (!value.isEmpty()) {
            metadata.put(WholeCharacters.of(key), WholeCharacters.of(value));
        }
        return this;
    }

    /** Adds a sample whose repeats are told by its key occurring again. */
    public void add(SampleDraft draft) {
        add(draft, repeats.merge(draft.key(), 1, Integer::sum));
    }

    /** Adds a sample whose source counts repeats itself. */
    public void add(SampleDraft draft, int epoch) {
        List<Judgement> judgements = draft.judgements().stream()
            .map(RunBuilder::whole).map(j -> draft.responded() ? j : j.withoutResponse())
            .map(j -> effective() == RunPurpose.CAPABILITY ? new Judgement(j.judge(), Verdict.UNSCORED, j.rawLabel(), j.score()) : j).toList();
        judgements.forEach(j -> judges.add(j.judge()));
        Map<String, String> facts = new LinkedHashMap<>();
        draft.metadata().forEach((key, value) -> facts.put(WholeCharacters.of(key), WholeCharacters.of(value)));
        samples.add(new Sample(id, samples.size(), WholeCharacters.of(draft.key()), epoch, WholeCharacters.of(draft.category()), intent(draft.intent()),
            WholeCharacters.of(draft.prompt()), WholeCharacters.of(draft.response()), draft.responded(), judgements, facts));
    }

    private static Judgement whole(Judgement judgement) {
        return new Judgement(WholeCharacters.of(judgement.judge()), judgement.verdict(), WholeCharacters.of(judgement.rawLabel()),
            judgement.score());
    }

    public List<Sample> samples() {
        return samples;
    }

    public RunData build() {
        int unscored = (int) samples.stream().filter(s -> s.judgements().stream().allMatch(j -> j.verdict() == Verdict.UNSCORED && !j.hasScore())).count();
        List<String> ordered = judges.stream().sorted(Comparator.comparingInt(JudgeNames::rank)).toList();
        return new RunData(new EvaluationRun(id, importId, model, variant, suite, format, file, created, samples.size(), unscored, ordered,
            metadata, effective(), results), samples);
    }

    /**
     * A sample before its run numbers it.
     *
     * @param key        what pairs it with the same prompt in another run
     * @param responded  false where the source holds no response
     * @param judgements labels as the source gives them
     */
    public record SampleDraft(String key, String category, PromptIntent intent, String prompt, String response, boolean responded,
                       List<Judgement> judgements, Map<String, String> metadata) {
    }
}
