package io.plumbline.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** Sends log lines to standard error, so that a command's standard output holds nothing but its answer. */
final class Logging {

    private static final String CONFIGURATION = """
        handlers = java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level = ALL
        java.util.logging.ConsoleHandler.formatter = java.util.logging.SimpleFormatter
        java.util.logging.SimpleFormatter.format = %1$tFT%1$tT %4$s %3$s: %5$s%6$s%n
        .level = WARNING
        io.plumbline.level = INFO
        # The PDF library tells of fonts it would fall back to; ours are embedded.
        org.apache.pdfbox.level = SEVERE
        # JavaFX warns that it runs from the class path, which is how this program starts it.
        com.sun.javafx.application.PlatformImpl.level = SEVERE
        javafx.level = SEVERE
        # PDFBox warns that the machine lacks standard fonts, which no report uses: they embed their own.
        org.apache.pdfbox.pdmodel.font.level = SEVERE
        org.apache.fontbox.level = SEVERE
        """;

    private Logging() {
    }

    static void configure() {
        // Named, so that it need not be looked for in every library.
        System.setProperty("slf4j.provider", "org.slf4j.jul.JULServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        try {
            LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
