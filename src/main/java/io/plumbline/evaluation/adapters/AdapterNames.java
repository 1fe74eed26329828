package io.plumbline.evaluation.adapters;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which adapters a run, or a model of a log, was made with: what a person named, else what the run's metadata say, else what its name says
 * ("model + adapter"). What a person names goes to the journal.
 */
public final class AdapterNames {

    private static final Set<String> FIELDS = Set.of("adapter", "adapters", "adaptername", "adapternames", "adapterpath", "adapterid", "lora", "loras",
        "loraname", "loranames", "lorapath", "loraadapter", "loraadapters", "peft", "peftmodel", "peftpath", "peftmodelid");
    /** lm-eval writes "pretrained=…,peft=…" into one field. */
    private static final Pattern ARGUMENT = Pattern.compile("(?:^|[,;\\s{])\"?(?:peft|lora|adapter)\"?\\s*[=:]\\s*\"?([^,;\"}\\s]+)");
    private static final Set<String> NONE = Set.of("", "none", "null", "false", "[]", "no");
    private final Map<String, AdapterStack> named = new HashMap<>();
    private final Decisions decisions;

    public AdapterNames(Decisions decisions) {
        this.decisions = decisions;
        decisions.ofKinds(DecisionKinds.ADAPTERS_NAMED).forEach(this::take);
    }

    private void take(JournalEntry entry) {
        if (entry.payload().get("model") instanceof String model && entry.payload().get("adapters") instanceof List<?> adapters) {
            named.put(entry.subject(), new AdapterStack(model, adapters.stream().map(String::valueOf).toList()));
        }
    }

    /** A person says what a run was made with; an empty list says that it is the model alone. */
    public void name(EvaluationRun run, String model, List<String> adapters) {
        record("run:" + run.id(), model, adapters);
    }

    /** A person says what is behind a model's name in production logs. */
    public void nameInLogs(String logModel, String model, List<String> adapters) {
        record("model:" + logModel, model, adapters);
    }

    private void record(String subject, String model, List<String> adapters) {
        if (model.isBlank()) {
            throw new InputException("Name the model that the adapters are loaded on.");
        }
        List<String> names = adapters.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
        take(decisions.record(DecisionKinds.ADAPTERS_NAMED, subject, Map.of("model", model.strip(), "adapters", names)));
    }

    /** Whether a person named it. */
    public boolean isNamed(EvaluationRun run) {
        return named.containsKey("run:" + run.id());
    }

    public AdapterStack of(EvaluationRun run) {
        AdapterStack given = named.get("run:" + run.id());
        if (given != null) {
            return given;
        }
        AdapterStack byName = parsed(run.variant().strip().startsWith("+") ? run.model() + " " + run.variant() : run.model());
        List<String> fromMetadata = fromMetadata(run.metadata());
        return fromMetadata.isEmpty() ? byName : new AdapterStack(byName.model(), fromMetadata);
    }

    public AdapterStack ofLogModel(String logModel) {
        return Optional.ofNullable(named.get("model:" + logModel)).orElseGet(() -> parsed(logModel));
    }

    private static AdapterStack parsed(String name) {
        String[] parts = name.split("\\s*\\+\\s*");
        List<String> adapters = Arrays.stream(parts).skip(1).filter(part -> !part.isBlank()).map(AdapterNames::shortName).toList();
        return new AdapterStack(parts.length == 0 ? name : parts[0].strip(), adapters);
    }

    private static List<String> fromMetadata(Map<String, String> metadata) {
        List<String> found = new ArrayList<>();
        metadata.forEach((key, value) -> {
            String field = AdapterStack.plain(key);
            if (FIELDS.contains(field)) {
                Arrays.stream(value.replaceAll("[\\[\\]\"']", "").split("\\s*[,;+]\\s*")).map(String::strip)
                    .filter(name -> !NONE.contains(name.toLowerCase(Locale.ROOT))).map(AdapterNames::shortName).forEach(found::add);
            } else if (field.equals("modelargs") || field.equals("modelkwargs")) {
                Matcher argument = ARGUMENT.matcher(value);
                while (argument.find()) {
                    found.add(shortName(argument.group(1)));
                }
            }
        });
        return found;
    }

    /** Of a path its last part. */
    private static String shortName(String name) {
        String path = name.strip().replaceAll("[/\\\\]+$", "");
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
