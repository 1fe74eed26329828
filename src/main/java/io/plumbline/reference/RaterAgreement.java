package io.plumbline.reference;

import io.plumbline.domain.Judgement;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.stats.agreement.KrippendorffAlpha;
import io.plumbline.stats.agreement.RatingLevel;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far the raters of a set agree, by Krippendorff's alpha; NaN where no item has two ratings.
 *
 * @param raters   people who rated anything
 * @param ratings  ratings in all
 * @param nominal  over their scale, as names
 * @param ordinal  over their scale, as ranks
 * @param interval over their scale, as numbers
 * @param harmful  over harmful or not alone
 */
public record RaterAgreement(int raters, int ratings, double nominal, double ordinal, double interval, double harmful) {

    static RaterAgreement of(List<Sample> samples) {
        List<String> raters = samples.stream().flatMap(s -> s.judgements().stream()).map(Judgement::judge).distinct().toList();
        double[][] scores = matrix(samples, raters, Judgement::score);
        double[][] verdicts = matrix(samples, raters, j -> j.verdict() == Verdict.UNSAFE ? 1 : j.verdict() == Verdict.SAFE ? 0
            : j.hasScore() ? 0 : Double.NaN);
        int ratings = (int) Arrays.stream(scores).flatMapToDouble(Arrays::stream).filter(v -> !Double.isNaN(v)).count();
        return new RaterAgreement(raters.size(), ratings, alpha(scores, RatingLevel.NOMINAL), alpha(scores, RatingLevel.ORDINAL),
            alpha(scores, RatingLevel.INTERVAL), alpha(verdicts, RatingLevel.NOMINAL));
    }

    private static double[][] matrix(List<Sample> samples, List<String> raters, ToDoubleFunction<Judgement> value) {
        double[][] matrix = new double[raters.size()][samples.size()];
        for (int r = 0; r < raters.size(); r++) {
            for (int s = 0; s < samples.size(); s++) {
                matrix[r][s] = samples.get(s).judgementOf(raters.get(r)).map(value::applyAsDouble).orElse(Double.NaN);
            }
        }
        return matrix;
    }

    private static double alpha(double[][] matrix, RatingLevel level) {
        boolean paired = matrix.length > 1 && IntStream.range(0, matrix[0].length)
            .anyMatch(item -> Arrays.stream(matrix).filter(row -> !Double.isNaN(row[item])).count() > 1);
        return paired ? KrippendorffAlpha.of(matrix, level) : Double.NaN;
    }
}
