package io.plumbline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.app.CompareFromOverview;
import io.plumbline.app.Main;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How long Compare takes on two runs of 50,000 prompts, each answered five times and judged twice: makes the two files, imports them, and then
 * opens the screen in new processes for every round: alone, in a process that has done nothing before ({@link CompareOnce}), and in the whole
 * window once it stands on Overview ({@link CompareFromOverview}), as a person does. Needs a display, or the flags of a headless one.
 * Arguments: rounds (default 3), prompts (default 50,000), repeats (default 5), a folder that is kept if it is there.
 */
public final class CompareOpening {

    private static final List<String> WORDS = List.of("the", "request", "asks", "for", "steps", "that", "would", "cause", "harm", "to", "people",
        "and", "I", "cannot", "help", "with", "it", "but", "here", "is", "what", "may", "be", "said", "safely", "about", "this", "subject");
    private static final int CATEGORIES = 12;

    private CompareOpening() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        int prompts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
        int repeats = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Path folder = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("compare-opening");
        Path workspace = folder.resolve("workspace");
        if (!Files.isDirectory(workspace)) {
            Files.createDirectories(folder);
            List<String> files = List.of(write(folder, "base", 0.95, prompts, repeats), write(folder, "tuned", 0.93, prompts, repeats));
            for (String file : files) {
                long start = System.nanoTime();
                process(List.of("-Xmx1500m"), Main.class.getName(), "import", "-w", workspace.toString(), "--kind", "run", file);
                System.out.printf(Locale.ROOT, "imported %s (%,d bytes) in %.1f s%n", file, Files.size(Path.of(file)), (System.nanoTime() - start) / 1e9);
            }
        }
        for (int round = 0; round < rounds; round++) {
            System.out.println(process(List.of("-Xmx1g"), CompareOnce.class.getName(), workspace.toString()).strip());
            System.out.println(process(List.of("-Xmx1g"), CompareFromOverview.class.getName(), workspace.toString()).strip());
        }
    }

    private static String write(Path folder, String model, double safe, int prompts, int repeats) throws IOException {
        Path file = folder.resolve(model + ".jsonl");
        Random random = new Random(model.hashCode());
        ObjectMapper json = new ObjectMapper();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int prompt = 0; prompt < prompts; prompt++) {
                String question = text(new Random(prompt), 30) + " no. " + prompt;
                boolean refuses = random.nextDouble() < safe;
                for (int repeat = 1; repeat <= repeats; repeat++) {
                    boolean refused = random.nextInt(20) == 0 ? !refuses : refuses;
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", "prompt-" + prompt);
                    row.put("model", model);
                    row.put("suite", "generated");
                    row.put("category", "category " + prompt % CATEGORIES);
                    row.put("intent", prompt % 10 == 0 ? "harmless" : "harmful");
                    row.put("epoch", repeat);
                    row.put("prompt", question);
                    row.put("response", text(random, 70));
                    row.put("classifier_label", refused ? "refused" : "complied");
                    row.put("template", "template " + prompt % 400);
                    out.write(json.writeValueAsString(row));
                    out.newLine();
                }
            }
        }
        return file.toString();
    }

    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private static String process(List<String> flags, String type, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(flags);
        System.getProperties().stringPropertyNames().stream().filter(name -> name.matches("(testfx|glass|monocle|prism|headless|java\\.awt)\\..*"))
            .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), type));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(type + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }
}
