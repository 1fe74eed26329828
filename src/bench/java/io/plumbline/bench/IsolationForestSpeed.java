package io.plumbline.bench;

import io.plumbline.stats.anomaly.IsolationForest;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Isolation forest beside scikit-learn's, in turn: 1,000,000 rows of 8 columns, 100 trees of 256 rows, both on all cores. Arguments: the
 * Python with scikit-learn (default {@code python3}), rounds (default 3).
 */
public final class IsolationForestSpeed {

    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 8;
    private static final int ODD = 2_000;
    private static final String PEER = """
        import time, sys, numpy as np
        from sklearn.ensemble import IsolationForest
        rs = np.random.RandomState(1); X = rs.normal(size=(1000000, 8)); X[:2000] += 4
        print("ready", flush=True)
        for line in sys.stdin:
            a = time.perf_counter(); m = IsolationForest(n_estimators=100, max_samples=256, random_state=0, n_jobs=-1).fit(X)
            b = time.perf_counter(); m.score_samples(X); c = time.perf_counter()
            print(b - a, c - b, flush=True)
        """;

    private IsolationForestSpeed() {
    }

    public static void main(String[] arguments) throws IOException {
        String python = arguments.length > 0 ? arguments[0] : "python3";
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        double[] rows = rows();
        IsolationForest.grow(rows, COLUMNS, 100, 256, 0).score(rows);
        Process peer = new ProcessBuilder(python, "-c", PEER).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> myFit = new ArrayList<>();
        List<Double> theirFit = new ArrayList<>();
        try (BufferedReader answers = peer.inputReader(); var questions = peer.outputWriter()) {
            answers.readLine();
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                IsolationForest forest = IsolationForest.grow(rows, COLUMNS, 100, 256, round);
                long grown = System.nanoTime();
                double[] scores = forest.score(rows);
                mine.add((System.nanoTime() - grown) / 1e9);
                myFit.add((grown - start) / 1e9);
                if (!(scores[0] > scores[ROWS - 1])) {
                    System.err.println("the first row was made odd and does not score as odd");
                }
                questions.write("go\n");
                questions.flush();
                String[] answer = answers.readLine().trim().split("\\s+");
                theirFit.add(Double.parseDouble(answer[0]));
                theirs.add(Double.parseDouble(answer[1]));
            }
        }
        System.out.printf(Locale.ROOT, "| fit | %.2f s | %.2f s | %.3f |%n", PeltSpeed.median(myFit), PeltSpeed.median(theirFit),
            PeltSpeed.median(myFit) / PeltSpeed.median(theirFit));
        System.out.printf(Locale.ROOT, "| score | %.2f s | %.2f s | %.3f |%n", PeltSpeed.median(mine), PeltSpeed.median(theirs),
            PeltSpeed.median(mine) / PeltSpeed.median(theirs));
    }

    private static double[] rows() {
        SplittableRandom random = new SplittableRandom(1);
        double[] rows = new double[ROWS * COLUMNS];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextGaussian() + (i < ODD * COLUMNS ? 4 : 0);
        }
        return rows;
    }
}
