package io.plumbline.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plumbline.domain.InputException;
import io.plumbline.imports.source.Excerpt;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A series in a CSV table; commas, semicolons or tabs separate the fields. */
final class SeriesTable {

    private static final int LONGEST_FIELD = 1 << 16;
    private static final int HEAD = 1 << 16;

    /** Columns of numbers that say when, not how much. */
    private static final Set<String> TIMES = Set.of("time", "timestamp", "ts", "epoch", "date");

    private final SourceFile file;
    private final Optional<String> wanted;
    private double[][] columns = new double[0][];
    private int size;
    private char separator = ',';

    SeriesTable(SourceFile file, Optional<String> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    Series read() throws IOException {
        try (BufferedReader text = new BufferedReader(open(), HEAD)) {
            text.mark(HEAD);
            char[] head = new char[HEAD - 1];
            int length = text.read(head);
            text.reset();
            separator = separator(new String(head, 0, Math.max(0, length)));
            try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true).maxBufferSize(LONGEST_FIELD).ofCsvRecord(text)) {
                return read(reader.iterator());
            }
        } catch (CsvParseException e) {
            throw new InputException(file.name() + " breaks off inside a quoted field. Mend the file or export it anew.", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Series read(Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            throw new InputException(file.name() + " is empty. A series needs a header and at least one line.");
        }
        List<String> header = records.next().getFields().stream().map(String::strip).toList();
        if (header.stream().allMatch(name -> name.isEmpty() || isNumber(name))) {
            throw new InputException(file.name() + " has no header. Write the names of the columns in the first line.");
        }
        if (!records.hasNext()) {
            throw new InputException(file.name() + " has a header and no lines. A series needs at least one.");
        }
        CsvRecord first = records.next();
        int[] chosen = choose(header, first);
        columns = new double[chosen.length][1_024];
        take(first, header, chosen);
        while (records.hasNext()) {
            take(records.next(), header, chosen);
        }
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(columns[c], size);
        }
        return chosen.length == 1 ? Series.of(columns[0]) : counts();
    }

    private int[] choose(List<String> header, CsvRecord first) {
        if (wanted.isPresent()) {
            String name = wanted.get();
            int exact = indexOf(header, name);
            Optional<String[]> pair = exact >= 0 ? Optional.empty() : Series.pair(name);
            return pair.isPresent() ? new int[] {require(header, pair.get()[0]), require(header, pair.get()[1])} : new int[] {require(header, name)};
        }
        if (indexOf(header, "k") >= 0 && indexOf(header, "n") >= 0) {
            return new int[] {indexOf(header, "k"), indexOf(header, "n")};
        }
        if (indexOf(header, "value") >= 0) {
            return new int[] {indexOf(header, "value")};
        }
        List<Integer> numeric = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            if (c < first.getFieldCount() && isNumber(decimal(first.getField(c).strip())) && !TIMES.contains(header.get(c).toLowerCase(Locale.ROOT))) {
                numeric.add(c);
            }
        }
        if (numeric.size() == 1) {
            return new int[] {numeric.get(0)};
        }
        throw new InputException(file.name() + " has " + (numeric.isEmpty() ? "no column" : numeric.size() + " columns") + " of numbers in its "
            + "first line. Choose one with --column: " + names(header) + ".");
    }

    private int require(List<String> header, String name) {
        int at = indexOf(header, name);
        if (at < 0) {
            throw new InputException(file.name() + " has no column “" + Excerpt.of(name) + "”. It has: " + names(header) + ".");
        }
        return at;
    }

    private static int indexOf(List<String> header, String name) {
        int exact = header.indexOf(name);
        for (int c = 0; exact < 0 && c < header.size(); c++) {
            exact = header.get(c).equalsIgnoreCase(name) ? c : exact;
        }
        return exact;
    }

    private static String names(List<String> header) {
        return Excerpt.of(String.join(", ", header));
    }

    private void take(CsvRecord record, List<String> header, int[] chosen) {
        if (size == SeriesReader.LONGEST) {
            throw new InputException(file.name() + " has more than " + SeriesReader.LONGEST + " lines. Split the series or count it by day.");
        }
        for (int c = 0; c < chosen.length; c++) {
            String cell = chosen[c] < record.getFieldCount() ? record.getField(chosen[c]).strip() : "";
            if (size == columns[c].length) {
                columns[c] = Arrays.copyOf(columns[c], size * 2);
            }
            columns[c][size] = number(cell, record.getStartingLineNumber(), header.get(chosen[c]));
        }
        size++;
    }

    private double number(String cell, long line, String column) {
        if (isMissing(cell)) {
            return Double.NaN;
        }
        String decimal = decimal(cell);
        if (!isNumber(decimal)) {
            throw new InputException(file.name() + ", line " + line + ", column " + Excerpt.of(column) + ": “" + Excerpt.of(cell)
                + "” is not a number. Leave a missing value empty.");
        }
        return Double.parseDouble(decimal);
    }

    /** Where a semicolon separates columns, a comma stands before the decimals, as in many languages. */
    private String decimal(String cell) {
        int comma = cell.indexOf(',');
        return separator == ';' && comma >= 0 && comma == cell.lastIndexOf(',') && cell.indexOf('.') < 0 ? cell.replace(',', '.') : cell;
    }

    private Series counts() {
        long[] successes = new long[size];
        long[] trials = new long[size];
        for (int i = 0; i < size; i++) {
            if (Double.isNaN(columns[0][i]) || Double.isNaN(columns[1][i])) {
                continue;
            }
            String where = file.name() + ", data line " + (i + 1);
            successes[i] = Series.count(where, columns[0][i]);
            trials[i] = Series.count(where, columns[1][i]);
            Series.requireWithinTrials(where, successes[i], trials[i]);
        }
        return Series.of(new Series.Counts(successes, trials));
    }

    private Reader open() throws IOException {
        return new InputStreamReader(file.open(ReadingProgress.unwatched()), StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static char separator(String head) {
        String line = head.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = line.chars().filter(c -> c == candidate).count() > line.chars().filter(c -> c == ',').count() ? candidate : best;
        }
        return best;
    }

    private static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equalsIgnoreCase("NA") || cell.equalsIgnoreCase("NaN") || cell.equalsIgnoreCase("null");
    }

    /** Plain decimal numbers only: what Java also parses ("1f", "0x1p3", "Infinity") is no number in a table. */
    private static boolean isNumber(String cell) {
        if (cell.isEmpty() || cell.length() > 400) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789+-.eE".indexOf(cell.charAt(i)) < 0) {
                return false;
            }
        }
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
