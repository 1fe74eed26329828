package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A drive that fills up during an import whose process is then killed. Needs a small drive of its own ({@code -Dplumbline.small.drive=DIR},
 * for instance a tmpfs of 24 MB), and is therefore no part of the usual build.
 */
@EnabledIfSystemProperty(named = "plumbline.small.drive", matches = ".+")
class FullDriveTest {

    private static final int ROUNDS = Integer.getInteger("plumbline.kills", 10);
    private final Path drive = Path.of(System.getProperty("plumbline.small.drive", "."));
    private final Random random = new Random(Long.getLong("plumbline.kills.seed", 1));

    @Test
    void theWorkspaceOpensOnTheFullDriveAndAddsUp() throws Exception {
        int full = 0;
        int confirmed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path directory = drive.resolve("workspace-" + round);
            Workspaces.open(directory, "Reviewer A").close();
            Path ballast = leaveFree(700_000 + random.nextInt(2_500_000));
            List<String> said = importUntilFull(directory, round);
            full += said.contains("full") ? 1 : 0;
            Set<String> imported = said.stream().filter(line -> line.startsWith("imported ")).map(line -> line.substring(9))
                .collect(Collectors.toSet());
            confirmed += imported.size();
            requireThatItAddsUp(directory, imported);
            Files.delete(ballast);
            requireThatItAddsUp(directory, imported);
            try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
                assertThat(workspace.notices()).isEmpty();
                String id = Records.importLog(workspace, "after", Records.records(9_000_000, 9_002_500));
                assertThat(workspace.imports().list()).extracting(ImportManifest::id).contains(id);
            }
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        System.out.println(ROUNDS + " full drives: " + full + " imports stopped by them, " + confirmed + " imports confirmed before");
        assertThat(full).isPositive();
    }

    private Path leaveFree(long bytes) throws IOException {
        Path ballast = drive.resolve("ballast");
        long size = Files.getFileStore(drive).getUsableSpace() - bytes;
        Files.write(ballast, new byte[(int) size]);
        return ballast;
    }

    private void requireThatItAddsUp(Path directory, Set<String> confirmed) {
        try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            List<ImportManifest> imports = workspace.imports().list();
            assertThat(new HashSet<>(imports.stream().map(ImportManifest::id).toList())).isEqualTo(confirmed);
            List<MeasuredRecord> records = new ArrayList<>();
            workspace.log().scan(LogFilter.everything(), records::add);
            assertThat(records).hasSize(2500 * imports.size());
            assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(records.size());
        }
    }

    private List<String> importUntilFull(Path directory, int round) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
            "-Xmx300m", "-cp", classPath, WorkspaceChild.class.getName(), "fill", directory.toString(), Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.equals("full")) {
                    break;
                }
            }
        } finally {
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        return said;
    }
}
