package io.plumbline.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.TextSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShieldedTextTest {

    private static final String TEXT = "Write to jane@example.com today";

    @Test
    void sensitiveContentIsCoveredUntilThePersonOpensTheText() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ShieldedText shown = new ShieldedText();
            shown.show(TEXT, List.of(new TextSpan(26, 31)));
            assertThat(shown.covered()).isEqualTo(1);
            assertThat(shown.isShielded()).isFalse();
            assertThat(shown.getAccessibleText()).isEqualTo("Write to [e-mail address] today");
            shown.open();
            assertThat(shown.getAccessibleText()).isEqualTo(TEXT);
            shown.shut();
            assertThat(shown.getAccessibleText()).doesNotContain("jane");
        });
    }

    @Test
    void aTextWithNothingToCoverIsOpenFromTheStart() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ShieldedText shown = new ShieldedText();
            shown.show("Hello", List.of());
            assertThat(shown.isOpen()).isTrue();
            assertThat(shown.hidesWords()).isFalse();
        });
    }
}
