package io.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** The program's mark: a line with a weight, the fixed reference against which a lean is measured. */
record PlumbBobMark() implements Drawing {

    @Override
    public int width() {
        return 16;
    }

    @Override
    public int height() {
        return 18;
    }

    @Override
    public String description() {
        return "Plumbline";
    }

    @Override
    public void draw(Graphics2D surface) {
        surface.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        surface.setPaint(new Color(0x24292f));
        surface.draw(new Line2D.Double(2, 1.5, 14, 1.5));
        surface.draw(new Line2D.Double(8, 1.5, 8, 10));
        Path2D weight = new Path2D.Double();
        weight.moveTo(4.6, 9.6);
        weight.lineTo(11.4, 9.6);
        weight.lineTo(8, 16.8);
        weight.closePath();
        surface.setPaint(new Color(0x0969da));
        surface.fill(weight);
    }
}
