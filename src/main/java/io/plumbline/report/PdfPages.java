package io.plumbline.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.w3c.dom.Element;

/** Lays the HTML of a report out on A4 pages. It reads nothing but what it is given: no address in the markup is ever followed. */
final class PdfPages {

    static final String DRAWING = "application/x-plumbline-drawing";

    private final ReportFonts fonts;

    PdfPages(ReportFonts fonts) {
        this.fonts = fonts;
        XRLog.setLoggerImpl(new LayoutLog());
    }

    byte[] of(String xhtml, DrawingMarkup.Places places) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        fonts.embedded().forEach(face -> builder.useFont(face::open, face.family(), face.weight(), FontStyle.NORMAL, true));
        if (fonts.needsEastAsian(xhtml)) {
            builder.useFont(() -> fonts.eastAsian().open(), fonts.eastAsian().family(), fonts.eastAsian().weight(), FontStyle.NORMAL, true);
        }
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(DRAWING, new PlaceDrawer(places));
        builder.useObjectDrawerFactory(drawers);
        builder.useUriResolver((base, address) -> null);
        builder.withProducer("Plumbline");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Lets a drawing paint on the page itself, so that it stays lines and letters. */
    private record PlaceDrawer(DrawingMarkup.Places places) implements FSObjectDrawer {

        @Override
        public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height, OutputDevice device,
                                             RenderingContext context, int dotsPerPixel) {
            Drawing drawing = places.at(Integer.parseInt(element.getAttribute("data")));
            device.drawWithGraphics((float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, surface -> {
                Graphics2D page = surface;
                page.scale(width / dotsPerPixel / drawing.width(), height / dotsPerPixel / drawing.height());
                drawing.draw(page);
            });
            return Map.of();
        }
    }
}
