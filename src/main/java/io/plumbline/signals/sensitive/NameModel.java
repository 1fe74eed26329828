package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.List;

/** What finds names of persons in a text, and who says so. Safe for several threads; each asks for a reader of its own. */
public interface NameModel {

    /** What flags call the detector, whichever model it runs. */
    String DETECTOR = "names of persons";

    /** Finds none: nobody chose a model. */
    NameModel NONE = new NameModel() {
        @Override
        public String version() {
            return "no model chosen";
        }

        @Override
        public Reader reader() {
            return text -> List.of();
        }
    };

    /** Name and version of the model, as flags carry it. */
    String version();

    Reader reader();

    /** Reads texts one after the other. */
    @FunctionalInterface
    interface Reader {

        /** Where the text names a person; from left to right. */
        List<TextSpan> find(String text);
    }
}
