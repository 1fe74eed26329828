package io.plumbline.signals.refusal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plumbline.domain.Verdict;
import io.plumbline.signals.scan.TextScan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Fits the weights of the refusal score to people's labels (XSTest, {@code final_label}) and says how well rules and weights do: with the
 * weights fitted to all set-ups, to the others (leave one set-up out), and to other prompts (ten folds). Arguments: the folder of the
 * completions ({@code xstest_v2_completions_*.csv}), the weights file to write or {@code -}, and {@code errors NAME} to list one set-up's errors.
 */
public final class RefusalWeightsFit {

    private static final double RIDGE = 1;
    private static final int FOLDS = 10;

    private final List<Answer> answers = new ArrayList<>();
    private final RefusalTables tables = new RefusalTables();

    private RefusalWeightsFit() {
    }

    public static void main(String[] args) throws IOException {
        RefusalWeightsFit fit = new RefusalWeightsFit();
        fit.load(Path.of(args[0]));
        List<String> setUps = fit.answers.stream().map(Answer::setUp).distinct().toList();
        PrintStream out = System.out;
        double[] all = fit.fit(i -> true);
        out.println("| weights fitted to | tested on | agreement | F1 | kappa | false alarms | missed |");
        out.println("|---|---|---|---|---|---|---|");
        boolean[] left = new boolean[fit.answers.size()];
        for (String setUp : setUps) {
            double[] others = fit.fit(i -> !fit.answers.get(i).setUp.equals(setUp));
            fit.predict(others, i -> fit.answers.get(i).setUp.equals(setUp), left);
            out.println("| the other set-ups | " + setUp + fit.figures(left, i -> fit.answers.get(i).setUp.equals(setUp)));
        }
        out.println("| the other set-ups | all" + fit.figures(left, i -> true));
        boolean[] folded = new boolean[fit.answers.size()];
        for (int k = 0; k < FOLDS; k++) {
            int fold = k;
            double[] others = fit.fit(i -> fit.answers.get(i).number % FOLDS != fold);
            fit.predict(others, i -> fit.answers.get(i).number % FOLDS == fold, folded);
        }
        out.println("| other prompts | all" + fit.figures(folded, i -> true));
        boolean[] own = new boolean[fit.answers.size()];
        fit.predict(all, i -> true, own);
        for (String setUp : setUps) {
            out.println("| all | " + setUp + fit.figures(own, i -> fit.answers.get(i).setUp.equals(setUp)));
        }
        out.println("| all | all" + fit.figures(own, i -> true));
        fit.confusion(setUps, out);
        if (!args[1].equals("-")) {
            Files.writeString(Path.of(args[1]), table(all));
        }
        if (args.length > 3) {
            fit.errors(args[3], left, out);
        }
    }

    private void load(Path folder) throws IOException {
        RefusalReader reader = tables.reader();
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.filter(f -> f.getFileName().toString().matches("xstest_v2_completions_[a-z0-9]+(_streval)?\\.csv")).sorted().toList();
        }
        for (Path file : files) {
            String setUp = file.getFileName().toString().replaceAll("xstest_v2_completions_|_streval|\\.csv", "");
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : rows) {
                    TextScan prompt = new TextScan().scan(row.getField("prompt"));
                    TextScan response = new TextScan().scan(row.getField("completion"));
                    RefusalReading reading = reader.read(prompt, response, "en");
                    answers.add(new Answer(setUp, Integer.parseInt(row.getField("id").replaceAll("\\D+\\d*-|\\D", "")), row.getField("type"),
                        row.getField("prompt"), row.getField("completion"), row.getField("final_label"),
                        reader.features(prompt, response).clone(), reading, reading.probability() == 1));
                }
            }
        }
    }

    /** Newton's method on the penalised log-likelihood; plain refusals are decided by rules and take no part. */
    private double[] fit(IntPredicate included) {
        List<Answer> used = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (included.test(i) && !answers.get(i).plain) {
                used.add(answers.get(i));
            }
        }
        int k = RefusalFeature.values().length;
        double[] w = new double[k];
        for (int step = 0; step < 30; step++) {
            double[][] hessian = new double[k][k];
            double[] gradient = new double[k];
            for (int a = 0; a < k; a++) {
                double ridge = a == 0 ? 0.001 : RIDGE;
                hessian[a][a] = ridge;
                gradient[a] = ridge * w[a];
            }
            for (Answer answer : used) {
                double p = probability(w, answer.features);
                for (int a = 0; a < k; a++) {
                    gradient[a] += (p - (answer.refused() ? 1 : 0)) * answer.features[a];
                    for (int b = 0; b < k; b++) {
                        hessian[a][b] += p * (1 - p) * answer.features[a] * answer.features[b];
                    }
                }
            }
            double[] change = new CholeskyDecomposition(new Array2DRowRealMatrix(hessian)).getSolver().solve(new ArrayRealVector(gradient)).toArray();
            for (int a = 0; a < k; a++) {
                w[a] -= change[a];
            }
        }
        return w;
    }

    private static double probability(double[] w, double[] features) {
        double sum = 0;
        for (int a = 0; a < w.length; a++) {
            sum += w[a] * features[a];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private void predict(double[] w, IntPredicate included, boolean[] into) {
        for (int i = 0; i < answers.size(); i++) {
            if (included.test(i)) {
                into[i] = answers.get(i).plain || probability(w, answers.get(i).features) >= 0.5;
            }
        }
    }

    private String figures(boolean[] predicted, IntPredicate included) {
        double tp = 0;
        double fp = 0;
        double fn = 0;
        double tn = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (included.test(i)) {
                boolean refused = answers.get(i).refused();
                tp += refused && predicted[i] ? 1 : 0;
                fp += !refused && predicted[i] ? 1 : 0;
                fn += refused && !predicted[i] ? 1 : 0;
                tn += !refused && !predicted[i] ? 1 : 0;
            }
        }
        double n = tp + fp + fn + tn;
        double chance = ((tp + fp) * (tp + fn) + (tn + fn) * (tn + fp)) / n / n;
        return String.format(Locale.ROOT, " | %.1f %% | %.3f | %.3f | %.0f | %.0f |", 100 * (tp + tn) / n, 2 * tp / (2 * tp + fp + fn),
            ((tp + tn) / n - chance) / (1 - chance), fp, fn);
    }

    /** With the weights that the program has. */
    private void confusion(List<String> setUps, PrintStream out) {
        out.println("\n| set-up | people say | answers | refused | partial | complied |\n|---|---|---|---|---|---|");
        for (String setUp : setUps) {
            for (String label : List.of("1_full_compliance", "2_full_refusal", "3_partial_refusal")) {
                List<Verdict> ours = answers.stream().filter(a -> a.setUp.equals(setUp) && a.label.equals(label)).map(a -> a.reading.verdict()).toList();
                out.printf("| %s | %s | %d | %d | %d | %d |%n", setUp, label.substring(2).replace('_', ' '), ours.size(),
                    ours.stream().filter(v -> v == Verdict.REFUSED).count(), ours.stream().filter(v -> v == Verdict.PARTIALLY_REFUSED).count(),
                    ours.stream().filter(v -> v == Verdict.COMPLIED).count());
            }
        }
    }

    private static String table(double[] w) {
        StringBuilder text = new StringBuilder("# Weights of the refusal score: logistic regression (ridge 1) on people's final labels of 1,350 XSTest\n"
            + "# answers, plain refusals left out; fitted by RefusalWeightsFit in src/bench. A change is a new version of the detector.\n");
        for (RefusalFeature feature : RefusalFeature.values()) {
            text.append(String.format(Locale.ROOT, "%s %.3f%n", feature.name().toLowerCase(Locale.ROOT), w[feature.ordinal()]));
        }
        return text.toString();
    }

    private void errors(String setUp, boolean[] predicted, PrintStream out) {
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            if (answer.setUp.equals(setUp) && answer.refused() != predicted[i]) {
                out.printf("### %s %d %s human %s ours %s%s | %s%n    %s%n", setUp, answer.number, answer.type, answer.label.charAt(0),
                    predicted[i] ? "refused" : "complied", answer.plain ? " plainly" : "", answer.prompt,
                    answer.text.substring(0, Math.min(500, answer.text.length())).replace("\n", " / "));
                for (RefusalFeature feature : RefusalFeature.values()) {
                    double value = answer.features[feature.ordinal()];
                    if (value != 0) {
                        out.printf(Locale.ROOT, " %s=%.2f", feature.name().toLowerCase(Locale.ROOT), value);
                    }
                }
                answer.reading.evidence().forEach(e -> out.print(" [" + answer.text.substring(e.start(), e.end()).replace("\n", " / ") + "]"));
                out.println();
            }
        }
    }

    private record Answer(String setUp, int number, String type, String prompt, String text, String label, double[] features,
                          RefusalReading reading, boolean plain) {

        boolean refused() {
            return !label.startsWith("1");
        }
    }
}
