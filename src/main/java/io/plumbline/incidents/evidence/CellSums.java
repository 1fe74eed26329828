package io.plumbline.incidents.evidence;

import io.plumbline.domain.DailyCell;
import java.util.List;
import java.util.function.Predicate;

/** Adds up daily counts. */
final class CellSums {

    private CellSums() {
    }

    static Tally of(List<DailyCell> cells, Predicate<DailyCell> wanted) {
        long n = 0;
        long refused = 0;
        for (DailyCell cell : cells) {
            if (wanted.test(cell)) {
                n += cell.n();
                refused += cell.refused();
            }
        }
        return new Tally(n - refused, n);
    }

    static Tally of(List<DailyCell> cells) {
        return of(cells, cell -> true);
    }
}
