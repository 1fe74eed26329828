package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.store.EnrolledKey;
import io.plumbline.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}: whose keys the journal names, and the acts on them. Without an act it lists them. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Lists, makes, revokes and exports the keys with which people sign.")
final class KeysCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("keys");
                open.people().keys().forEach(key -> list.addObject().put("fingerprint", key.fingerprint()).put("owner", key.owner())
                    .put("protection", key.protection().name()).put("line", key.line()).put("since", key.since().toString())
                    .put("active", key.isActive()).put("publicKey", key.key().base64()));
                json.print(spec.commandLine().getOut(), document);
            } else {
                open.people().keys().forEach(key -> say(words(key)));
                if (open.people().keys().isEmpty()) {
                    say("No key has signed anything here yet.");
                }
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "create", mixinStandardHelpOptions = true,
        description = "Makes a key for a person.")
    int create(@Mixin WorkspaceOption where, @Mixin PassphraseOption passphrase,
               @Option(names = "--replace", description = "The person's key or its passphrase is lost: revoke it. What it signed stays good.")
               boolean lost,
               @Parameters(paramLabel = "NAME", description = "The name that decisions carry.") String name) {
        try (Workspace open = where.open()) {
            char[] typed = passphrase.demand("New passphrase of " + name);
            if (passphrase.given().isEmpty() && !Arrays.equals(typed, passphrase.demand("The same again"))) {
                throw new InputException("The two passphrases differ. Nothing was made; try again.");
            }
            EnrolledKey made = lost ? open.people().replaceKey(name, typed) : open.people().createKey(name, typed);
            open.actAs(name);
            say(words(made));
            return ExitCode.OK;
        }
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Takes its force from a key, as the person at work.")
    int revoke(@Mixin WorkspaceOption where, @Mixin PassphraseOption passphrase,
               @Parameters(paramLabel = "FINGERPRINT", description = "Beginning of the key's fingerprint.") String fingerprint,
               @Option(names = "--reason", required = true, description = "Why: lost, stolen, its owner has left.") String reason) {
        try (Workspace open = where.open()) {
            passphrase.unlock(open);
            open.people().revoke(fingerprint, reason);
            open.people().keys().stream().filter(key -> key.fingerprint().startsWith(fingerprint)).forEach(key -> say(words(key)));
            return ExitCode.OK;
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes a person's public key as PEM, for `verify --key`.")
    int export(@Mixin WorkspaceOption where, @Parameters(paramLabel = "NAME", description = "Whose key.") String name,
               @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE", description = "File to write; an existing one is left alone.")
               Path file) {
        try (Workspace open = where.open()) {
            EnrolledKey key = open.people().keyOf(name).orElseThrow(() -> new InputException(name + " has no key in this workspace."));
            Files.writeString(file, key.key().pem(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            say(file + "  " + words(key));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new InputException(file + " can't be written: it exists already, or its folder can't be written to.", e);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private static String words(EnrolledKey key) {
        return key.fingerprint() + "  " + (key.isPersonal() ? key.owner() : "device") + ", " + key.protection().words() + ", since "
            + key.since()
            + key.revoked().map(end -> ", revoked by " + end.by() + ": " + end.reason()).orElse("");
    }
}
