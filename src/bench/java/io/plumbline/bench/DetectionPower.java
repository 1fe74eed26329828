package io.plumbline.bench;

import io.plumbline.stats.changepoint.AutoSegmentation;
import io.plumbline.stats.random.BinomialSampler;
import java.util.SplittableRandom;

/**
 * How often {@code auto} finds a fall of a daily refusal rate from 92 %, by length of the log and size of the fall; 80 to 120 prompts a
 * day.
 */
public final class DetectionPower {

    private static final int SERIES = 100;
    private static final int NEAR = 3;
    private static final double BEFORE = 0.92;

    private DetectionPower() {
    }

    public static void main(String[] arguments) {
        System.out.println("| days | rate after two thirds of them | found | found within 3 days |");
        System.out.println("|---|---|---|---|");
        for (int days : new int[] {30, 60, 90, 180, 365}) {
            for (double after : new double[] {0.90, 0.88, 0.84, 0.80}) {
                report(days, after);
            }
        }
    }

    private static void report(int days, double after) {
        int change = days * 2 / 3;
        int found = 0;
        int near = 0;
        for (int series = 0; series < SERIES; series++) {
            SplittableRandom random = new SplittableRandom(series);
            BinomialSampler sampler = new BinomialSampler(random);
            long[] refused = new long[days];
            long[] prompts = new long[days];
            for (int day = 0; day < days; day++) {
                prompts[day] = 80 + random.nextInt(40);
                refused[day] = sampler.draw(prompts[day], day < change ? BEFORE : after);
            }
            int[] points = AutoSegmentation.binomial(refused, prompts).changePoints();
            found += points.length > 0 ? 1 : 0;
            for (int point : points) {
                if (Math.abs(point - change) <= NEAR) {
                    near++;
                    break;
                }
            }
        }
        System.out.printf("| %d | %.0f %% | %d of %d | %d |%n", days, 100 * after, found, SERIES, near);
    }
}
