package io.plumbline.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import io.plumbline.store.JournalVerifier;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a policy comes into force, and which never does. */
class PolicyDeskTest {

    @TempDir
    Path directory;
    private Workspace workspace;
    private PolicyDesk desk;

    @BeforeEach
    void open() {
        workspace = Workspaces.open(directory, "Anna");
        desk = new PolicyDesk(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void file(String version, String values) throws IOException {
        Files.writeString(directory.resolve("policy.json"), "{\"name\": \"Ours\", \"version\": \"" + version + "\", \"values\": [" + values
            + "]}");
    }

    private static String value(String key, String number) {
        return "{\"key\": \"" + key + "\", \"value\": \"" + number + "\", \"source\": \"board of 3 March\"}";
    }

    @Test
    void anEditedFileChangesNothingBeforeAPersonAcceptsIt() throws IOException {
        file("2", value("gate.overall.enhanced", "0.04"));
        assertThat(workspace.policy().exact("gate.overall.enhanced")).isEqualByComparingTo("0.05");
        assertThat(desk.proposal().orElseThrow().changes()).singleElement().satisfies(change ->
            assertThat(change.sentence()).isEqualTo("gate.overall.enhanced  0.05 → 0.04  (board of 3 March)"));
    }

    @Test
    void anAcceptedPolicyIsInForceSignedAndStaysSoWithoutItsFile() throws IOException {
        workspace.people().createKey("Anna", "correct horse".toCharArray());
        file("2", value("gate.overall.enhanced", "0.04"));
        desk.accept(desk.proposal().orElseThrow(), "The board asks for it.");
        Files.delete(directory.resolve("policy.json"));
        workspace.close();
        open();
        assertThat(workspace.policy().exact("gate.overall.enhanced")).isEqualByComparingTo("0.04");
        assertThat(workspace.policy().version()).isEqualTo("2");
        assertThat(workspace.policy().value("gate.overall.enhanced").source()).isEqualTo("board of 3 March");
        assertThat(desk.acceptance().orElseThrow().key()).isNotEmpty();
        assertThat(JournalVerifier.verify(directory).holds()).isTrue();
    }

    @Test
    void withoutAKeyOfOnesOwnNoPolicyIsAccepted() throws IOException {
        file("2", value("gate.overall.enhanced", "0.04"));
        assertThatThrownBy(() -> desk.accept(desk.proposal().orElseThrow(), "The board asks for it.")).isInstanceOf(InputException.class)
            .hasMessageContaining("no key yet");
        assertThat(desk.acceptance()).isEmpty();
    }

    @Test
    void otherValuesUnderTheSameVersionAreRefused() throws IOException {
        workspace.people().createKey("Anna", "correct horse".toCharArray());
        file("1", value("gate.overall.enhanced", "0.04"));
        assertThatThrownBy(() -> desk.accept(desk.proposal().orElseThrow(), "The board asks for it.")).isInstanceOf(InputException.class)
            .hasMessageContaining("new version");
    }

    @Test
    void proposalsInTheWindowAddUpInOneFileAndRaiseTheVersion() {
        desk.propose("gate.overall.enhanced", "0.04", "board");
        desk.propose("gate.overall.review", "0.12", "board");
        assertThat(desk.proposal().orElseThrow().changes()).hasSize(2);
        assertThat(desk.proposal().orElseThrow().policy().version()).isEqualTo("2");
    }

    @Test
    void aProposalOutOfOrderIsNotEvenWritten() {
        assertThatThrownBy(() -> desk.propose("gate.overall.enhanced", "0.2", "board")).isInstanceOf(InputException.class)
            .hasMessageContaining("out of order");
        assertThat(desk.proposal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gate.overall.enhanced, 0.16, out of order", "gate.overall.block, 0.10, out of order", "concern.category.decrease, 0.6, out of order",
        "alert.overall.critical, 0.95, out of order", "alert.category.warning, 0.4, out of order",
            "alert.toxicity.warning, 3, out of order",
        "gate.overall.block, 1.5, more than the whole", "gate.overall.enhanced, -0.05, negative", "gate.minimum.paired, 99.5, whole number",
        "gate.acceptance.reason.minimum, 5000, out of order"})
    void limitsThatMakeNoSenseAreRefusedWithASentence(String key, String number, String said) throws IOException {
        file("2", value(key, number));
        assertThatThrownBy(desk::proposal).isInstanceOf(InputException.class).hasMessageContaining(said).hasMessageContaining(key);
    }

    @Test
    void aValueSetTwiceIsRefused() throws IOException {
        file("2", value("gate.overall.enhanced", "0.04") + "," + value("gate.overall.enhanced", "0.03"));
        assertThatThrownBy(desk::proposal).isInstanceOf(InputException.class).hasMessageContaining("twice");
    }

    @Test
    void whatIsNoPolicyIsRefused() throws IOException {
        Files.writeString(directory.resolve("policy.json"), "[]");
        assertThatThrownBy(desk::proposal).isInstanceOf(InputException.class).hasMessageContaining("is no policy");
    }
}
