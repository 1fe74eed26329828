package io.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @Test
    void backBringsTheSelectionThatWasMadeThere() {
        history.visit(Place.of(ScreenId.INCIDENTS));
        history.remember(Place.of(ScreenId.INCIDENTS, "incident", "INC-001"));
        history.visit(Place.of(ScreenId.DRIFT));
        assertThat(history.back()).contains(Place.of(ScreenId.INCIDENTS, "incident", "INC-001"));
    }

    @Test
    void forwardUndoesBack() {
        history.visit(Place.of(ScreenId.OVERVIEW));
        history.visit(Place.of(ScreenId.DRIFT));
        history.back();
        assertThat(history.forward()).contains(Place.of(ScreenId.DRIFT));
    }

    @Test
    void goingSomewhereNewForgetsWhatLayAhead() {
        history.visit(Place.of(ScreenId.OVERVIEW));
        history.visit(Place.of(ScreenId.DRIFT));
        history.back();
        history.visit(Place.of(ScreenId.DATA));
        assertThat(history.forward()).isEmpty();
    }

    @Test
    void atTheBeginningThereIsNoWayBack() {
        history.visit(Place.of(ScreenId.OVERVIEW));
        assertThat(history.back()).isEmpty();
    }
}
