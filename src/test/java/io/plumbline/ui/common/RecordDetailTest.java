package io.plumbline.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.RecordMeasurer;
import io.plumbline.store.PolicyReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RecordDetailTest {

    private static final PseudoClass SINGLED_OUT = PseudoClass.getPseudoClass("singled-out");
    private static final String ANSWER = "Perhaps it might work. Write to jane@example.com, see https://example.com/a for more.\n- one\n- two\n";

    @Test
    void choosingASignalLeavesItsWordsAloneHighlightedAndAgainShowsAll() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            RecordDetail detail = new RecordDetail(measured("How?", ANSWER));
            assertThat(highlighted(detail)).contains("address]").doesNotContain("Perhaps");
            button(detail, "evidence-hedges").fire();
            assertThat(highlighted(detail)).contains("Perhaps").doesNotContain("address]");
            assertThat(texts(detail)).allMatch(text -> text.getPseudoClassStates().contains(SINGLED_OUT));
            button(detail, "evidence-list-items").fire();
            assertThat(highlighted(detail)).containsExactly("- ", "one", "- ", "two");
            assertThat(button(detail, "evidence-hedges").isSelected()).isFalse();
            button(detail, "evidence-list-items").fire();
            assertThat(highlighted(detail)).contains("address]").doesNotContain("one");
            assertThat(texts(detail)).noneMatch(text -> text.getPseudoClassStates().contains(SINGLED_OUT));
        });
    }

    @Test
    void aNumberAboutTheWholeTextIsNoButton() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            RecordDetail detail = new RecordDetail(measured("How?", ANSWER));
            assertThat(detail.lookupAll(".pl-evidence-row")).extracting(node -> node.getId()).doesNotContain("evidence-response-words");
        });
    }

    @Test
    void evidenceFarDownALongTextIsBroughtIntoView() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            String filler = "The river runs through the valley and the bridge stands over it. ".repeat(600);
            RecordDetail detail = new RecordDetail(measured("How?", filler + "See https://example.org/a there. " + filler));
            new Scene(detail, 400, 900);
            detail.resize(400, 900);
            detail.applyCss();
            detail.layout();
            button(detail, "evidence-links").fire();
            assertThat(highlighted(detail)).containsExactly("https://example.org/a");
            assertThat(reading(detail).getVvalue()).isPositive();
        });
    }

    private static EvidenceRow button(RecordDetail detail, String id) {
        return (EvidenceRow) detail.lookup("#" + id);
    }

    private static List<HostileText> texts(RecordDetail detail) {
        VBox texts = (VBox) reading(detail).getContent();
        return texts.getChildren().stream().filter(HostileText.class::isInstance).map(HostileText.class::cast).toList();
    }

    private static ScrollPane reading(RecordDetail detail) {
        return (ScrollPane) detail.getChildren().get(0);
    }

    private static List<String> highlighted(RecordDetail detail) {
        return texts(detail).stream().flatMap(text -> text.getChildren().stream()).filter(node -> node.getStyleClass().contains("pl-hostile-evidence"))
            .map(node -> node instanceof Label label ? label.getText() : ((Text) node).getText()).toList();
    }

    private static MeasuredRecord measured(String prompt, String response) {
        Policy policy = new PolicyReader().defaults();
        LogRecord log = new LogRecord("r", Instant.EPOCH, "m", "", "", 0, "", "en", LogRecord.BENIGN, "", prompt, response, "", -1, -1, -1, Optional.empty(),
            Double.NaN, "", "", 1, Feedback.NONE);
        return new RecordMeasurer().session(policy, MeasuringDepth.EVERYTHING).measure(log);
    }
}
