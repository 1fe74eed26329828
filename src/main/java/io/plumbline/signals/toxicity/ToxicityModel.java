package io.plumbline.signals.toxicity;

import io.plumbline.signals.scan.TextScan;

/** What can say how toxic a text is, and who says it. Safe for several threads; each asks for a reader of its own. */
public interface ToxicityModel {

    String name();

    /** Name and version: a change of it breaks every series that rests on the model. */
    String version();

    /** A reader for one thread. */
    Reader reader();

    /** Scores texts one after the other. */
    @FunctionalInterface
    interface Reader {

        /** The score of a text, and where in the text it comes from where the model can tell. */
        ToxicityReading read(TextScan scan);
    }
}
