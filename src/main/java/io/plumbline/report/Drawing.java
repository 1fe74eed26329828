package io.plumbline.report;

import java.awt.Graphics2D;

/** A picture in a report. It draws itself on whatever surface the format has (SVG, PDF page), so that it is lines and letters, not pixels. */
interface Drawing {

    /** CSS pixels. */
    int width();

    /** CSS pixels. */
    int height();

    /** What a reader who can't see it is told. */
    String description();

    void draw(Graphics2D surface);
}
