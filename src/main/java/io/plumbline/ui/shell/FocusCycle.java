package io.plumbline.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Moves the focus from region to region, so that nobody has to tab through a whole screen to leave it. */
final class FocusCycle {

    private final List<? extends Parent> regions;

    FocusCycle(List<? extends Parent> regions) {
        this.regions = regions;
    }

    void next(Scene scene) {
        int now = regionOf(scene.getFocusOwner());
        for (int step = 1; step <= regions.size(); step++) {
            Optional<Node> first = firstFocusable(regions.get((now + step) % regions.size()));
            if (first.isPresent()) {
                first.get().requestFocus();
                return;
            }
        }
    }

    private int regionOf(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            for (int i = 0; i < regions.size(); i++) {
                if (regions.get(i) == node) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Optional<Node> firstFocusable(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                return Optional.of(child);
            }
            if (child instanceof Parent inner) {
                Optional<Node> found = firstFocusable(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
