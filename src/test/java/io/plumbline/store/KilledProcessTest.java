package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left after {@code kill -9} at a random moment. {@code -Dplumbline.kills=20} kills more often than the three times of an ordinary
 * build; {@code -Dplumbline.kills.seed=…} chooses other moments.
 */
class KilledProcessTest {

    private static final int KILLS = Integer.getInteger("plumbline.kills", 3);
    private final Random random = new Random(Long.getLong("plumbline.kills.seed", 1));

    @TempDir
    Path directory;

    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void anImportIsThereWholeOrNotAtAll() throws Exception {
        importsHold("import", 1500);
    }

    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void anUndoThatHasBegunIsCarriedOut() throws Exception {
        importsHold("undo", 1500);
    }

    /** What one process does and several threads do at once: import, decide, write settings, read. */
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void nothingIsLostWhereSeveralThreadsWriteAtOnce() throws Exception {
        importsHold("everything", 2500);
    }

    private void importsHold(String work, int mostMillis) throws Exception {
        Set<String> undone = new HashSet<>();
        Set<String> confirmed = new HashSet<>();
        int cutOff = 0;
        for (int round = 0; round < KILLS; round++) {
            List<String> said = runAndKill(work, round, random.nextInt(mostMillis));
            confirmed.addAll(said(said, "imported "));
            undone.addAll(said(said, "undone "));
            try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
                cutOff += workspace.imports().interrupted().size();
                Set<String> journalled = workspace.decisions().ofKinds(DecisionKinds.IMPORT_UNDONE).stream().map(JournalEntry::subject)
                    .collect(Collectors.toSet());
                List<ImportManifest> imports = workspace.imports().list();
                assertThat(journalled).containsAll(undone);
                assertThat(imports).extracting(ImportManifest::id).noneMatch(journalled::contains);
                Set<String> expected = new HashSet<>(confirmed);
                expected.removeAll(journalled);
                assertThat(imports).extracting(ImportManifest::id).containsAll(expected);
                List<MeasuredRecord> records = new ArrayList<>();
                workspace.log().scan(LogFilter.everything(), records::add);
                assertThat(records).hasSize((int) imports.stream().mapToLong(ImportManifest::records).sum());
                assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(records.size());
                assertThat(imports).allSatisfy(manifest -> assertThat(manifest.records()).isEqualTo(2500));
            }
            assertThat(JournalVerifier.verify(directory).holds()).isTrue();
        }
        reportOnDemand(KILLS + " kills during " + work + ": " + confirmed.size() + " imports confirmed, " + undone.size() + " taken back, " + cutOff
            + " cut off and cleared away");
    }

    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void noConfirmedDecisionIsLost() throws Exception {
        long last = 0;
        int torn = 0;
        for (int round = 0; round < KILLS; round++) {
            List<String> said = runAndKill("decide", round, random.nextInt(1200));
            Set<String> confirmed = said(said, "decided ");
            last = Math.max(last, confirmed.stream().mapToLong(Long::parseLong).max().orElse(0));
            try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
                torn += workspace.notices().size();
                assertThat(workspace.decisions().locked()).isEmpty();
                assertThat(workspace.decisions().head().sequence()).isGreaterThanOrEqualTo(last);
                List<JournalEntry> decisions = workspace.decisions().ofKinds("label.set");
                assertThat(decisions).hasSize((int) workspace.decisions().head().sequence());
                workspace.rebuildDecisions();
                assertThat(workspace.decisions().ofKinds("label.set")).isEqualTo(decisions);
                last = workspace.decisions().head().sequence();
            }
            assertThat(JournalVerifier.verify(directory).holds()).isTrue();
            assertThat(JournalVerifier.verify(directory).lines()).isEqualTo(last);
        }
        reportOnDemand(KILLS + " kills while deciding: " + last + " decisions in the journal, " + torn + " torn lines set aside");
    }

    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void storedRecordsAreRevisedAllOrNone() throws Exception {
        int revised = 0;
        for (int round = 0; round < KILLS; round++) {
            List<String> said = runAndKillAfter("ready", "revise", round, random.nextInt(2500));
            try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
                Set<String> topics = new HashSet<>();
                workspace.log().scan(LogFilter.everything(), record -> topics.add(record.topic()));
                revised += said(said, "revised ").size();
                if (revised > 0) {
                    assertThat(topics).hasSize(1);
                }
                assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(10_000);
            }
        }
        reportOnDemand(KILLS + " kills during revisions: " + revised + " confirmed");
    }

    /** Killed while texts are removed, and while the file is written anew after it. */
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void aTextIsThereWholeOrGoneAndSaysSo() throws Exception {
        int removed = 0;
        int confirmed = 0;
        for (int round = 0; round < KILLS; round++) {
            List<String> said = runAndKillAfter("ready", "retain", round, random.nextInt(1500));
            for (String half : said(said, "removed ")) {
                removed = Math.max(removed, Integer.parseInt(half));
                confirmed++;
            }
            int gone = removed;
            try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
                workspace.log().scan(LogFilter.everything(), record -> {
                    MeasuredRecord known = Records.record(Integer.parseInt(record.record().id().substring(1)));
                    if (record.textsRemoved().isPresent()) {
                        assertThat(record.record().prompt() + record.record().response()).isEmpty();
                        assertThat(known.flags()).isEmpty();
                    } else {
                        assertThat(record).isEqualTo(known);
                        assertThat(known.flags().isEmpty() && known.record().time().isBefore(Records.START.plusSeconds(600L * gone))).isFalse();
                    }
                    assertThat(record.record().toxicity()).isEqualTo(known.record().toxicity());
                });
            }
        }
        reportOnDemand(KILLS + " kills during the removal of texts: " + confirmed + " confirmed");
    }

    @Test
    void aSecondProcessIsTurnedAwayAsLongAsTheFirstLives() throws Exception {
        Process child = start("hold", 0);
        try {
            assertThat(firstLine(child)).isEqualTo("open");
            assertThatThrownBy(() -> Workspaces.open(directory, "Reviewer A")).isInstanceOf(WorkspaceInUseException.class);
            assertThatThrownBy(() -> Workspaces.open(directory, "Reviewer A")).isInstanceOf(WorkspaceInUseException.class);
        } finally {
            child.destroyForcibly().waitFor();
        }
        Workspaces.open(directory, "Reviewer A").close();
    }

    private List<String> runAndKill(String work, int round, int millisAfterOpening) throws Exception {
        return runAndKillAfter("", work, round, millisAfterOpening);
    }

    /** @param ready the line after which the clock runs; empty for the opening */
    private List<String> runAndKillAfter(String ready, String work, int round, int millis) throws Exception {
        Process child = start(work, round);
        List<String> said = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String first = out.readLine();
            assertThat(first).isEqualTo("open");
            String line = ready.isEmpty() ? first : out.readLine();
            while (line != null && !ready.isEmpty() && !line.equals(ready)) {
                line = out.readLine();
            }
            Thread killer = new Thread(() -> kill(child, millis));
            killer.start();
            for (line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
            }
            killer.join();
        } finally {
            child.destroyForcibly();
        }
        child.waitFor();
        return said;
    }

    /** The moment is what is drawn at random here, so this is the one place that waits for a time and not for a condition. */
    private static void kill(Process child, int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child.toHandle().destroyForcibly();
    }

    private Process start(String work, int round) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx300m",
            "-cp", classPath, WorkspaceChild.class.getName(), work, directory.toString(), Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String firstLine(Process child) throws IOException {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static Set<String> said(List<String> lines, String beginning) {
        return lines.stream().filter(line -> line.startsWith(beginning)).map(line -> line.substring(beginning.length()))
            .collect(Collectors.toSet());
    }

    private static void reportOnDemand(String line) {
        if (System.getProperty("plumbline.kills") != null) {
            System.out.println(line);
        }
    }
}
