package io.plumbline.stats.knownanswers;

import io.plumbline.stats.distribution.KolmogorovSmirnov;
import io.plumbline.stats.distribution.ShiftRecipe;
import java.util.Arrays;
import java.util.stream.IntStream;

final class ShiftRecipeKsBonferroniAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[][] x = known.matrix("x");
        double[][] y = known.matrix("y");
        ShiftRecipe recipe = ShiftRecipe.of(x, y, known.number("alpha"));
        Tolerance pValues = known.tolerance("p_values");
        known.expect("p_auto", recipe.pValues(), pValues);
        known.expect("p_asymptotic", IntStream.range(0, recipe.pValues().length)
            .mapToDouble(j -> KolmogorovSmirnov.of(column(x, j), column(y, j)).asymptotic()).toArray(), pValues);
        known.expect("min_p", recipe.smallest(), pValues);
        known.expect("threshold", recipe.threshold(), pValues);
        known.expect("shift", recipe.shifted(), pValues);
    }

    private static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }
}
