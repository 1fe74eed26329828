package io.plumbline.ui.data;

import io.plumbline.imports.LabelMeaning;
import io.plumbline.imports.MappedField;

/** What one column of a table becomes. */
public sealed interface Assignment {

    /** As a person reads it in the list. */
    String title();

    /** The column is left out. */
    record Nothing() implements Assignment {
        @Override
        public String title() {
            return "Not imported";
        }
    }

    /** The column becomes a field of the record. */
    record Field(MappedField field) implements Assignment {
        @Override
        public String title() {
            return field.title();
        }
    }

    /** The column holds a judge's labels. */
    record Judge(LabelMeaning meaning) implements Assignment {
        @Override
        public String title() {
            return "Judge's label, " + meaning.title();
        }
    }
}
