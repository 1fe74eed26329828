package io.plumbline.app.cli;

import io.plumbline.domain.InputException;
import io.plumbline.store.Workspace;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Where a passphrase comes from: a file, the environment, or the terminal. It is never an argument, because other users of the machine can
 * read those. Include with {@code @Mixin}.
 */
final class PassphraseOption {

    static final String VARIABLE = "PLUMBLINE_PASSPHRASE";

    @Option(names = "--passphrase-file", paramLabel = "FILE",
        description = "File whose first line is the passphrase of the person at work. Default: the environment variable " + VARIABLE + ".")
    private Path file;

    /** Unlocks the key of the person at work where a passphrase was given; without one the device's key signs. */
    void unlock(Workspace workspace) {
        if (workspace.people().keyOf(workspace.actor()).isPresent()) {
            given().ifPresent(passphrase -> workspace.people().unlock(workspace.actor(), passphrase));
        }
    }

    /** The passphrase that was given, or the one that is typed now. */
    char[] demand(String question) {
        return given().orElseGet(() -> {
            Console console = System.console();
            if (console == null) {
                throw new InputException("A passphrase is needed: name a file with --passphrase-file, or set " + VARIABLE + ".");
            }
            return console.readPassword("%s: ", question);
        });
    }

    Optional<char[]> given() {
        if (file == null) {
            return Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isEmpty()).map(String::toCharArray);
        }
        try {
            return Optional.of(Files.readString(file).lines().findFirst().orElse("").toCharArray());
        } catch (IOException e) {
            throw new InputException("The passphrase file " + file + " can't be read. Check the path and its permissions.", e);
        }
    }
}
