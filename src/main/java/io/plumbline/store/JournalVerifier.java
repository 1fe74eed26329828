package io.plumbline.store;

import io.plumbline.store.JournalVerification.BrokenLine;
import io.plumbline.store.JournalVerification.Damage;
import io.plumbline.store.JournalVerification.Signatures;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Walks a journal from its first line and checks that each line is whole, unchanged, tied to the one before, and signed by whom it says. */
public final class JournalVerifier {

    private JournalVerifier() {
    }

    /** Checks the journal of a workspace without opening the workspace, so also one that is in use or whose database is lost. */
    public static JournalVerification verify(Path workspaceDirectory) {
        WorkspaceFolder folder = WorkspaceFolder.existing(workspaceDirectory);
        folder.check();
        return verifyFile(folder.journal());
    }

    /** Checks a journal file by itself. */
    static JournalVerification verifyFile(Path journal) {
        SignaturesAtOnce signatures = new SignaturesAtOnce();
        SignatureCheck quick = new SignatureCheck(signatures::later);
        JournalVerification found = walk(journal, quick::check);
        return found.holds() && signatures.allFit() ? found.signedBy(quick.found()) : firstBroken(journal);
    }

    /** The same line by line, which takes longer and names the first line that is wrong. */
    private static JournalVerification firstBroken(Path journal) {
        SignatureCheck signatures = new SignatureCheck();
        return walk(journal, signatures::check).signedBy(signatures.found());
    }

    /** The key that a journal line brings, where the line is whole and signed with that key. */
    public static Optional<EnrolledKey> enrolment(String line) {
        try {
            KeyRegister keys = new KeyRegister();
            SignedLine read = JournalLine.read(line.getBytes(StandardCharsets.US_ASCII));
            keys.read(read);
            return keys.find(read.entry().key()).filter(key -> key.key().verifies(read.message(), read.signature()));
        } catch (JournalLine.Broken e) {
            return Optional.empty();
        }
    }

    /**
     * Checks lines that were taken out of a journal one by one: their own hash, and their signature by a key that one of the enrolments
     * brings. Lines of earlier versions have only the hash.
     *
     * @return what is wrong with the first that does not hold
     */
    public static Optional<String> checkLines(List<String> enrolments, List<String> lines) {
        List<EnrolledKey> keys = enrolments.stream().map(JournalVerifier::enrolment).flatMap(Optional::stream).toList();
        for (String line : lines) {
            try {
                SignedLine read = JournalLine.read(line.getBytes(StandardCharsets.US_ASCII));
                if (read.isSigned() && keys.stream().noneMatch(key -> key.fingerprint().equals(read.entry().key())
                    && key.key().verifies(read.message(), read.signature()))) {
                    return Optional.of("line " + read.entry().sequence()
                        + " of the journal in it is not signed with a key that the journal enrols");
                }
            } catch (JournalLine.Broken e) {
                return Optional.of("a line of the journal in it does not hold: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** Hands out the lines that are in the chain, in order, up to the first that is not; signatures are not looked at. */
    static JournalVerification read(Path journal, Consumer<SignedLine> each) {
        return walk(journal, line -> {
            each.accept(line);
            return Optional.empty();
        });
    }

    /** Hands out the lines of a journal with their text. */
    static void text(Path journal, BiConsumer<String, SignedLine> each) {
        try (BufferedReader lines = Files.newBufferedReader(journal, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line, JournalLine.read(line.getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (JournalLine.Broken e) {
            // What follows a broken line is nobody's; verify names it.
        } catch (IOException e) {
            throw new WorkspaceException("The decision journal " + journal + " can't be read. Check its permissions and its drive.", e);
        }
    }

    /** Checks lines that are at hand and that go on from a line with this number and hash. */
    static JournalVerification chain(List<String> lines, long from, String head, Check check) {
        String text = String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
        try {
            return walk(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), from, head, check);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static JournalVerification walk(Path journal, Check check) {
        if (!Files.exists(journal)) {
            return broken(0, JournalLine.NO_HASH, new BrokenLine(1, Damage.MISSING, journal.getFileName()
                + " is missing; restore it from a backup"));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(journal), 1 << 16)) {
            return walk(in, 0, JournalLine.NO_HASH, check);
        } catch (IOException e) {
            throw new WorkspaceException("The decision journal " + journal + " can't be read. Check its permissions and its drive.", e);
        }
    }

    private static JournalVerification walk(InputStream in, long from, String first, Check check) throws IOException {
        long lines = from;
        String head = first;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (true) {
            line.reset();
            int next = readLine(in, line);
            if (next < 0 && line.size() == 0) {
                return new JournalVerification(lines, head, Optional.empty(), Signatures.UNCHECKED);
            }
            long number = lines + 1;
            if (next < 0) {
                return broken(lines, head, new BrokenLine(number, Damage.CUT_OFF,
                    "the line has no end: the program stopped while writing it"));
            }
            SignedLine read;
            try {
                read = JournalLine.read(line.toByteArray());
            } catch (JournalLine.Broken e) {
                boolean last = atEnd(in);
                Damage damage = e.unreadable() && last ? Damage.CUT_OFF : Damage.CHANGED;
                return broken(lines, head, new BrokenLine(number, damage, e.getMessage()));
            }
            if (read.entry().sequence() != number || !read.entry().previousHash().equals(head)) {
                return broken(lines, head, new BrokenLine(number, Damage.CHANGED,
                    "it does not follow the line before: a line was removed, put in or moved"));
            }
            Optional<BrokenLine> wrong = check.check(read);
            if (wrong.isPresent()) {
                return broken(lines, head, wrong.get());
            }
            lines = number;
            head = read.entry().hash();
        }
    }

    private static JournalVerification broken(long lines, String head, BrokenLine line) {
        return new JournalVerification(lines, head, Optional.of(line), Signatures.UNCHECKED);
    }

    /** What else a line that is in the chain has to meet. */
    @FunctionalInterface
    interface Check {
        /** What is wrong with the line, if anything. */
        Optional<BrokenLine> check(SignedLine line);
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
