package io.plumbline.signals.toxicity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One split of ConvAbuse (Cercas Curry, Abercrombie and Rieser 2021, CC-BY-4.0): what users said to two chat bots, and how many of up to
 * eight raters found it abusive. A rater who saw an item twice has both ratings in one cell, with a comma between them; both count. One column
 * name of other questions occurs twice, so columns are found by position.
 */
final class ConvAbuse {

    private static final String[] SEVERITIES = {"1", "0", "-1", "-2", "-3"};

    private ConvAbuse() {
    }

    static List<Item> read(Path file) throws IOException {
        List<Item> items = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            List<String> header = List.of();
            for (CsvRecord row : rows) {
                if (header.isEmpty()) {
                    header = row.getFields();
                    continue;
                }
                int ratings = 0;
                int abusive = 0;
                for (int rater = 1; rater <= 8; rater++) {
                    for (String severity : SEVERITIES) {
                        int said = ones(row.getField(header.indexOf("Annotator" + rater + "_is_abuse." + severity)));
                        ratings += said;
                        abusive += severity.startsWith("-") ? said : 0;
                    }
                }
                if (ratings > 0) {
                    items.add(new Item(row.getField(header.indexOf("user")), ratings, abusive));
                }
            }
        }
        return items;
    }

    private static int ones(String cell) {
        int ones = 0;
        for (String part : cell.split(",")) {
            ones += part.strip().startsWith("1") ? 1 : 0;
        }
        return ones;
    }

    /**
     * @param text    what the user said
     * @param ratings how many were given
     * @param abusive how many of them say mildly, strongly or very strongly abusive
     */
    record Item(String text, int ratings, int abusive) {

        double share() {
            return (double) abusive / ratings;
        }

        boolean isTie() {
            return 2 * abusive == ratings;
        }

        boolean isAbusive() {
            return 2 * abusive > ratings;
        }

        String normal() {
            return text.strip().toLowerCase(Locale.ROOT);
        }
    }
}
