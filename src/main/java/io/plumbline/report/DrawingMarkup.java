package io.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** How a drawing stands in the markup of one document: as SVG in a file for browsers, as a numbered place that the PDF page draws into. */
sealed interface DrawingMarkup {

    /** Markup that is trusted: nothing in it comes from outside but text that SVG itself escaped. */
    String of(Drawing drawing);

    /** For browsers. */
    final class Svg implements DrawingMarkup {

        private int drawn;

        @Override
        public String of(Drawing drawing) {
            SVGGraphics2D surface = new SVGGraphics2D(drawing.width(), drawing.height());
            surface.setDefsKeyPrefix("d" + ++drawn + "-");
            drawing.draw(surface);
            String svg = surface.getSVGElement("drawing-" + drawn, true, new ViewBox(0, 0, drawing.width(), drawing.height()), null, null);
            return svg.replaceFirst("<svg ", "<svg role=\"img\" aria-label=\"" + escaped(drawing.description()) + "\" ");
        }
    }

    /** For the PDF: remembers each drawing, to be drawn when its page is. */
    final class Places implements DrawingMarkup {

        private final List<Drawing> drawings = new ArrayList<>();

        @Override
        public String of(Drawing drawing) {
            drawings.add(drawing);
            return String.format(Locale.ROOT, "<object type=\"%s\" data=\"%d\" title=\"%s\" style=\"width:%dpx;height:%dpx\"></object>",
                PdfPages.DRAWING, drawings.size() - 1, escaped(drawing.description()), drawing.width(), drawing.height());
        }

        Drawing at(int place) {
            return drawings.get(place);
        }
    }

    private static String escaped(String text) {
        return new HtmlText(point -> true).escape(text).replace("$", "&#36;").replace("\\", "&#92;");
    }
}
