package io.plumbline.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Sample;
import io.plumbline.store.EvaluationRuns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * The prompts on which two runs differ, as a suite to run again: after a fix, against the next version, as canaries. One JSON object a
 * line; each says where it comes from. Only prompts leave the workspace, no answer of a model does.
 */
public final class FlipSuite {

    private final ObjectMapper json = new ObjectMapper();
    private final EvaluationRuns runs;

    public FlipSuite(EvaluationRuns runs) {
        this.runs = runs;
    }

    /**
     * Writes a new file.
     *
     * @return number of prompts written
     * @throws InputException where the file is there already or can't be written
     */
    public int write(RunComparison comparison, List<FlipKind> kinds, Path file) {
        List<PromptOutcome> flips = comparison.ledger().stream().filter(outcome -> kinds.contains(outcome.kind())).toList();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            for (PromptOutcome flip : flips) {
                out.write(json.writeValueAsString(line(comparison, flip)));
                out.newLine();
            }
        } catch (FileAlreadyExistsException e) {
            throw new InputException(file + " is there already. Choose another name; nothing was written.", e);
        } catch (IOException e) {
            removeTorn(file);
            throw new InputException(file + " can't be written: " + e.getMessage() + ". Choose another place.", e);
        }
        return flips.size();
    }

    /** A suite that breaks off must not be taken for a whole one. */
    private static void removeTorn(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new InputException(file + " was cut off while it was written and can't be removed. Delete it.", e);
        }
    }

    private ObjectNode line(RunComparison comparison, PromptOutcome flip) {
        PairedPrompt prompt = flip.prompt();
        ObjectNode line = json.createObjectNode();
        line.put("id", prompt.key());
        line.put("category", prompt.category());
        line.put("intent", prompt.intent().name().toLowerCase(Locale.ROOT));
        line.put("prompt", words(prompt));
        line.put("flip", flip.kind().name().toLowerCase(Locale.ROOT));
        line.put("judge", comparison.judge());
        line.put("suite", comparison.base().suite());
        line.set("base", side(comparison.base().displayName(), prompt.base(), comparison.judge()));
        line.set("candidate", side(comparison.candidate().displayName(), prompt.candidate(), comparison.judge()));
        return line;
    }

    private String words(PairedPrompt prompt) {
        return runs.sample(prompt.base().runId(), prompt.base().firstPlace()).map(Sample::prompt).orElse("");
    }

    private ObjectNode side(String model, Answers answers, String judge) {
        return json.createObjectNode().put("model", model).put("run", answers.runId())
            .put("verdict", answers.verdict(judge).name().toLowerCase(Locale.ROOT));
    }
}
