package io.plumbline.ui.shell;

import java.util.List;

/** Finds things of one kind by name for the palette: runs, categories, incidents, records. Called off the FX thread. */
public interface PaletteSource {

    /** Heading, in the plural: "Runs". */
    String group();

    /** What matches, best first; nothing for an empty query. */
    List<Hit> search(String query, int limit);

    /** Something found. */
    record Hit(String icon, String name, String detail, Place place) {
    }
}
