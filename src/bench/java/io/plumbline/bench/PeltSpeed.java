package io.plumbline.bench;

import io.plumbline.stats.changepoint.FunctionalPruning;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * PELT for the mean beside the R package {@code changepoint}, in turn on the same series, with the answers compared point by point.
 * Arguments: the series (one value a line), the folder with the R package or "-" for R's own library, rounds (default 5). Needs
 * {@code Rscript} on the path.
 */
public final class PeltSpeed {

    private static final String PEER = """
        a <- commandArgs(TRUE); if (a[2] != "-") .libPaths(c(a[2], .libPaths())); suppressMessages(library(changepoint))
        x <- scan(a[1], quiet=TRUE); cat("ready\\n"); flush(stdout()); input <- file("stdin", "r")
        while (length(readLines(input, n=1)) > 0) {
          t <- system.time(r <- cpts(cpt.mean(x, penalty="Manual", pen.value=2*log(length(x)), method="PELT", minseglen=2)))[["elapsed"]]
          cat(t, r, "\\n"); flush(stdout()) }
        """;

    private PeltSpeed() {
    }

    public static void main(String[] arguments) throws IOException {
        Path series = Path.of(arguments[0]);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        double[] values;
        try (var lines = Files.lines(series)) {
            values = lines.mapToDouble(Double::parseDouble).toArray();
        }
        double penalty = 2 * Math.log(values.length);
        int[] ours = {};
        for (int warmUp = 0; warmUp < 5; warmUp++) {
            ours = FunctionalPruning.mean(values, penalty, 2);
        }
        Process peer = new ProcessBuilder("Rscript", "-e", PEER, series.toString(), arguments[1])
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (BufferedReader answers = peer.inputReader(); var questions = peer.outputWriter()) {
            answers.readLine();
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                ours = FunctionalPruning.mean(values, penalty, 2);
                mine.add((System.nanoTime() - start) / 1e9);
                questions.write("go\n");
                questions.flush();
                String[] answer = answers.readLine().trim().split("\\s+");
                theirs.add(Double.parseDouble(answer[0]));
                int[] found = Arrays.stream(answer, 1, answer.length).mapToInt(Integer::parseInt).toArray();
                if (!Arrays.equals(ours, found)) {
                    throw new IllegalStateException("the segmentations differ: " + ours.length + " and " + found.length + " change points");
                }
            }
        }
        System.out.printf(Locale.ROOT, "| %d | %d | %.3f s | %.3f s | %.3f | identical |%n", values.length, ours.length, median(mine),
            median(theirs),
            median(mine) / median(theirs));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
