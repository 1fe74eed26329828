package io.plumbline.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Brings a node into the part of a scroll pane that is seen. */
public final class Scrolling {

    /** How far down the viewport the node comes to stand, so that something before it is seen too. */
    private static final double DOWN = 0.25;

    private Scrolling() {
    }

    /** Scrolls the nearest scroll pane around a node, where the node is not in its view. */
    public static void to(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                to(node, pane);
                return;
            }
        }
    }

    private static void to(Node node, ScrollPane pane) {
        pane.applyCss();
        pane.layout();
        Bounds content = pane.getContent().getLayoutBounds();
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = pane.getVvalue() * hidden;
        if (place.getMinY() < top || place.getMaxY() > top + seen) {
            pane.setVvalue(Math.max(0, Math.min(1, (place.getMinY() - seen * DOWN) / hidden)));
        }
    }
}
