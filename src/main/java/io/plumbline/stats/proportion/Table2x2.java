package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;

/**
 * Counts of two yes/no questions put to independent items: rows are groups, columns are answers.
 *
 * @param a first row, first column
 * @param b first row, second column
 * @param c second row, first column
 * @param d second row, second column
 */
public record Table2x2(long a, long b, long c, long d) {

    /** @throws IllegalArgumentException if a count is negative or all are zero */
    public Table2x2 {
        Argument.count("a", a);
        Argument.count("b", b);
        Argument.count("c", c);
        Argument.count("d", d);
        if (a + b + c + d == 0) {
            throw new IllegalArgumentException("the table is empty");
        }
    }

    /** Sum of all cells. */
    public long n() {
        return a + b + c + d;
    }

    /** Sum of the first row. */
    public long row1() {
        return a + b;
    }

    /** Sum of the second row. */
    public long row2() {
        return c + d;
    }

    /** Sum of the first column. */
    public long column1() {
        return a + c;
    }

    /** Sum of the second column. */
    public long column2() {
        return b + d;
    }
}
