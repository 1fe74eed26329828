package io.plumbline.stats.text;

/**
 * The fewest single-character insertions, deletions and replacements that turn one text into the other. Source: Levenshtein 1966;
 * algorithm of Wagner &amp; Fischer 1974.
 */
public final class Levenshtein {

    private Levenshtein() {
    }

    /** Distance in Unicode characters (code points), upper and lower case being different; time grows with the product of the lengths. */
    public static int distance(String first, String second) {
        int[] a = first.codePoints().toArray();
        int[] b = second.codePoints().toArray();
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length];
    }
}
