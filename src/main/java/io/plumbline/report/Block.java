package io.plumbline.report;

import java.util.List;
import java.util.Locale;

/** A part of a report's section. The set is closed: every format knows how to print each of them. */
public sealed interface Block {

    /** Name of the macro that prints it. */
    String kind();

    /** Running text. */
    record Paragraph(String lead, String text) implements Block {
        @Override
        public String kind() {
            return "paragraph";
        }
    }

    /** Label and value, one per line. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public String kind() {
            return "facts";
        }
    }

    /** One line of {@link Facts}. */
    record Fact(String label, String value) {
    }

    /** A table; the last row is set apart where the table says so. */
    record Table(List<Column> columns, List<List<String>> rows, Footing footing) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String kind() {
            return "table";
        }

        public boolean isLastRowATotal() {
            return footing == Footing.TOTAL;
        }
    }

    /** Whether the last row of a table is the sum of the others. */
    enum Footing {
        NONE, TOTAL
    }

    /** Head of a column, and what stands in it. */
    record Column(String name, Content content) {

        /** Text of any length, which may come from anywhere. */
        static Column text(String name) {
            return new Column(name, Content.TEXT);
        }

        /** Somebody's name. */
        static Column name(String name) {
            return new Column(name, Content.NAME);
        }

        /** A word or two of the program's own, never broken. */
        static Column word(String name) {
            return new Column(name, Content.SHORT);
        }

        static Column number(String name) {
            return new Column(name, Content.NUMBER);
        }

        public boolean isNumber() {
            return content == Content.NUMBER;
        }

        /** Name of the style the column is set in. */
        public String style() {
            return content.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands in a column. */
    enum Content {
        TEXT, NAME, SHORT, NUMBER
    }

    /** Separate statements. */
    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "bullets";
        }
    }

    /** A sub-heading inside a section. */
    record Heading(String text) implements Block {
        @Override
        public String kind() {
            return "heading";
        }
    }

    /** Lines that are printed exactly as they are, for reading by programs. */
    record Lines(List<String> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public String kind() {
            return "lines";
        }
    }

    /**
     * A chart with its caption, and its numbers as a table for formats without pictures.
     *
     * @param number counts the figures of a report from 1
     */
    record Chart(int number, ReportChart chart, String caption, Table data) implements Block {

        /** Whether the numbers stand beneath the picture, too; those of a long time line would fill pages. */
        public boolean isDataBeneath() {
            return !(chart instanceof RefusalChart);
        }

        @Override
        public String kind() {
            return "chart";
        }
    }
}
