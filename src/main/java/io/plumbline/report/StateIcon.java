package io.plumbline.report;

import io.plumbline.domain.SafetyState;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** The outline that tells a state apart without colour: circle, triangle, octagon, and a circle with a question for the unknown. */
record StateIcon(SafetyState state) implements Drawing {

    private static final int SIZE = 14;

    @Override
    public int width() {
        return SIZE;
    }

    @Override
    public int height() {
        return SIZE;
    }

    @Override
    public String description() {
        return state.word();
    }

    @Override
    public void draw(Graphics2D surface) {
        surface.setPaint(switch (state) {
            case OK -> new Color(0x00664a);
            case WATCH -> new Color(0x7a4a00);
            case ACT -> new Color(0x9c3a00);
            case NOT_ENOUGH_EVIDENCE -> new Color(0x57606a);
        });
        surface.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        surface.draw(outline());
        switch (state) {
            case OK -> surface.draw(path(4.4, 7.2, 6.3, 9.1, 9.8, 5.2));
            case WATCH, ACT -> {
                surface.draw(new Line2D.Double(7, 4.6, 7, 7.6));
                surface.fill(new Ellipse2D.Double(6.3, 9.2, 1.5, 1.5));
            }
            case NOT_ENOUGH_EVIDENCE -> {
                surface.draw(path(5.2, 5.6, 5.6, 4.5, 7, 4.1, 8.4, 4.7, 8.6, 5.8, 7, 7.2, 7, 7.9));
                surface.fill(new Ellipse2D.Double(6.3, 9.4, 1.4, 1.4));
            }
        }
    }

    private Shape outline() {
        return switch (state) {
            case OK, NOT_ENOUGH_EVIDENCE -> new Ellipse2D.Double(1, 1, 12, 12);
            case WATCH -> closed(7, 1.2, 13.2, 12.4, 0.8, 12.4);
            case ACT -> closed(4.6, 1, 9.4, 1, 13, 4.6, 13, 9.4, 9.4, 13, 4.6, 13, 1, 9.4, 1, 4.6);
        };
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private static Path2D closed(double... points) {
        Path2D path = path(points);
        path.closePath();
        return path;
    }
}
