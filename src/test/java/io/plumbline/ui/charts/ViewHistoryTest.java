package io.plumbline.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ui.charts.ViewHistory.View;
import org.junit.jupiter.api.Test;

class ViewHistoryTest {

    @Test
    void backAndForwardReturnTheViewsInOrder() {
        ViewHistory history = new ViewHistory();
        View all = new View(0, 90);
        View month = new View(30, 60);
        View week = new View(40, 47);
        history.leave(all);
        history.leave(month);

        assertThat(history.back(week)).contains(month);
        assertThat(history.back(month)).contains(all);
        assertThat(history.canGoBack()).isFalse();
        assertThat(history.forward(all)).contains(month);
        assertThat(history.forward(month)).contains(week);
        assertThat(history.forward(week)).isEmpty();
    }

    @Test
    void aNewViewForgetsWhatLayAhead() {
        ViewHistory history = new ViewHistory();
        history.leave(new View(0, 90));
        history.back(new View(1, 2));
        history.leave(new View(3, 4));
        assertThat(history.canGoForward()).isFalse();
    }
}
