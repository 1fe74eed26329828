package io.plumbline.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static final TimeScale SCALE = new TimeScale(100, 190, 46, 946);

    @Test
    void daysAndPixelsAreInverse() {
        assertThat(SCALE.day(SCALE.x(123.5))).isCloseTo(123.5, within(1e-9));
        assertThat(SCALE.x(100)).isEqualTo(46);
        assertThat(SCALE.x(190)).isEqualTo(946);
    }

    @Test
    void zoomKeepsTheDayUnderThePointer() {
        double x = 300;
        TimeScale zoomed = SCALE.zoomedAt(x, 0.5);
        assertThat(zoomed.day(x)).isCloseTo(SCALE.day(x), within(1e-9));
        assertThat(zoomed.to() - zoomed.from()).isCloseTo(45, within(1e-9));
    }

    @Test
    void draggingToTheRightShowsEarlierDays() {
        TimeScale panned = SCALE.panned(100);
        assertThat(panned.from()).isCloseTo(90, within(1e-9));
        assertThat(panned.x(SCALE.day(400))).isCloseTo(500, within(1e-9));
    }

    @Test
    void aViewNeverLeavesTheDataNorShrinksBelowTheShortest() {
        assertThat(new TimeScale(80, 120, 0, 1).within(100, 190, 3)).satisfies(s -> assertThat(s.from()).isEqualTo(100))
            .satisfies(s -> assertThat(s.to()).isEqualTo(140));
        assertThat(new TimeScale(180, 220, 0, 1).within(100, 190, 3)).satisfies(s -> assertThat(s.to()).isEqualTo(190))
            .satisfies(s -> assertThat(s.from()).isEqualTo(150));
        TimeScale shortest = new TimeScale(150, 150.5, 0, 1).within(100, 190, 3);
        assertThat(shortest.to() - shortest.from()).isEqualTo(3);
        assertThat((shortest.from() + shortest.to()) / 2).isCloseTo(150.25, within(1e-9));
    }

    @Test
    void ticksAreRoundAndInside() {
        assertThat(Ticks.values(0.65, 1, 4)).containsExactly(new double[] {0.7, 0.8, 0.9, 1.0}, within(1e-9));
        assertThat(Ticks.values(0, 0.25, 3)).containsExactly(new double[] {0, 0.1, 0.2}, within(1e-9));
    }

    @Test
    void labelledDaysFollowTheRoom() {
        double start = LocalDate.of(2026, 5, 1).toEpochDay();
        assertThat(Ticks.days(new TimeScale(start, start + 7, 0, 900), 70)).hasSize(7);
        assertThat(Ticks.days(new TimeScale(start, start + 90, 0, 900), 70)).allSatisfy(d -> assertThat(d.getDayOfWeek().getValue()).isEqualTo(1));
        assertThat(Ticks.days(new TimeScale(start, start + 720, 0, 900), 70)).allSatisfy(d -> assertThat(d.getDayOfMonth()).isEqualTo(1));
    }

    @Test
    void namesInTheGutterMoveApartAndStayInside() {
        double[] places = ChartPainter.nudged(new double[] {10, 12, 13, 98}, 12, 0, 100);
        for (int i = 1; i < places.length; i++) {
            assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(12 - 1e-9);
        }
        assertThat(places[3]).isLessThanOrEqualTo(100);
        assertThat(places[0]).isEqualTo(10);
    }
}
