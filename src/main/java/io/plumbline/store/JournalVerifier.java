package io.plumbline.store;

import io.plumbline.domain.JournalEntry;
import io.plumbline.store.JournalVerification.BrokenLine;
import io.plumbline.store.JournalVerification.Damage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks a journal from its first line and checks that each line is whole, unchanged and tied to the one before. */
public final class JournalVerifier {

    private JournalVerifier() {
    }

    /** Checks the journal of a workspace without opening the workspace, so also one that is in use or whose database is lost. */
    public static JournalVerification verify(Path workspaceDirectory) {
        WorkspaceFolder folder = WorkspaceFolder.existing(workspaceDirectory);
        folder.check();
        return walk(folder.journal(), entry -> { });
    }

    /** Hands out the lines that hold, in order, up to the first that does not. */
    static JournalVerification walk(Path journal, Consumer<JournalEntry> each) {
        if (!Files.exists(journal)) {
            return new JournalVerification(0, JournalLine.NO_HASH,
                Optional.of(new BrokenLine(1, Damage.MISSING, journal.getFileName() + " is missing; restore it from a backup")));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(journal), 1 << 16)) {
            return walk(in, each);
        } catch (IOException e) {
            throw new WorkspaceException("The decision journal " + journal + " can't be read. Check its permissions and its drive.", e);
        }
    }

    private static JournalVerification walk(InputStream in, Consumer<JournalEntry> each) throws IOException {
        long lines = 0;
        String head = JournalLine.NO_HASH;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (true) {
            line.reset();
            int next = readLine(in, line);
            if (next < 0 && line.size() == 0) {
                return new JournalVerification(lines, head, Optional.empty());
            }
            long number = lines + 1;
            if (next < 0) {
                return broken(lines, head, new BrokenLine(number, Damage.CUT_OFF, "the line has no end: the program stopped while writing it"));
            }
            JournalEntry entry;
            try {
                entry = JournalLine.read(line.toByteArray());
            } catch (JournalLine.Broken e) {
                boolean last = atEnd(in);
                Damage damage = e.unreadable() && last ? Damage.CUT_OFF : Damage.CHANGED;
                return broken(lines, head, new BrokenLine(number, damage, e.getMessage()));
            }
            if (entry.sequence() != number || !entry.previousHash().equals(head)) {
                return broken(lines, head, new BrokenLine(number, Damage.CHANGED,
                    "it does not follow the line before: a line was removed, put in or moved"));
            }
            each.accept(entry);
            lines = number;
            head = entry.hash();
        }
    }

    private static JournalVerification broken(long lines, String head, BrokenLine line) {
        return new JournalVerification(lines, head, Optional.of(line));
    }

    private static int readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return next;
    }

    private static boolean atEnd(InputStream in) throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next < 0;
    }
}
