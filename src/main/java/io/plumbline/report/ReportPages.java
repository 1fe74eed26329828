package io.plumbline.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a report as pictures, for a preview: rendered from the very file that would be written, so that they can't differ from it. */
public final class ReportPages {

    private ReportPages() {
    }

    /** @param dotsPerInch resolution of the pictures */
    public static List<BufferedImage> of(Report report, ReportPrinter printer, float dotsPerInch) {
        try (PDDocument document = Loader.loadPDF(printer.print(report, ReportFormat.PDF))) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, dotsPerInch));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
