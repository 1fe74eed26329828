package io.plumbline.ui.charts;

import io.plumbline.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Writes a stack of charts to a file, always in the light look, with its change points and events. PNG on the FX thread only. */
public final class ChartExport {

    private static final double PNG_SCALE = 2;

    private final ChartStack stack;
    private final ViewHistory.View view;
    private final Optional<Brush> brush;
    private final double width;
    private final double height;

    public ChartExport(ChartPane pane) {
        this(pane.stack(), pane.view().get(), pane.brush().get(), pane.getWidth(), pane.getHeight());
    }

    public ChartExport(ChartStack stack, ViewHistory.View view, Optional<Brush> brush, double width, double height) {
        this.stack = stack;
        this.view = view;
        this.brush = brush;
        this.width = width;
        this.height = height;
    }

    public void png(Path file) throws IOException {
        Canvas canvas = new Canvas(width, height);
        paint(new CanvasPen(canvas.getGraphicsContext2D()));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(PNG_SCALE, PNG_SCALE));
        WritableImage image = canvas.snapshot(parameters, null);
        BufferedImage pixels = SwingFXUtils.fromFXImage(image, null);
        if (!ImageIO.write(pixels, "png", file.toFile())) {
            throw new IOException("This Java cannot write PNG files");
        }
    }

    public void svg(Path file) throws IOException {
        Files.writeString(file, svg(), StandardCharsets.UTF_8);
    }

    String svg() {
        SvgPen pen = new SvgPen(width, height);
        paint(pen);
        return pen.document();
    }

    private void paint(Pen pen) {
        ChartPalette palette = ChartPalette.of(Theme.LIGHT);
        ChartLayout layout = new ChartLayout(stack, width, height, 1);
        TimeScale time = new TimeScale(view.from(), view.to(), layout.left(), layout.right());
        new ChartPainter(pen, palette).paint(stack, layout, time);
        new OverlayPainter(pen, palette, stack, layout, time).paint(brush, Optional.empty(), Optional.empty());
    }
}
