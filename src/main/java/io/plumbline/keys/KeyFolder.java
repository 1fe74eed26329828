package io.plumbline.keys;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that holds private keys, one file each, named by the beginning of the key's fingerprint. Folder and files are for their owner
 * alone. Nothing is made before the first key is.
 */
final class KeyFolder {

    private static final String DEVICE = "device.key";
    private static final String ENDING = ".key";

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** The files of people's keys. */
    List<Path> people() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(ENDING) && !file.getFileName().toString().equals(DEVICE)).sorted()
                .forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    Path device() {
        return folder.resolve(DEVICE);
    }

    Path person(VerifyingKey key) {
        return folder.resolve(key.fingerprint().substring(0, 16) + ENDING);
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException("The key file " + file + " can't be read. Check its permissions.", e);
        }
    }

    /** Writes a file whole or not at all, and forces it to the disk before anything is signed with the key in it. */
    void write(Path file, byte[] content) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, forOwnerAlone("rwx------"));
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, forOwnerAlone("rw-------"));
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException("The key can't be saved in " + folder + ". Check that the folder can be written to; nothing was changed.", e);
        }
    }

    private static FileAttribute<?>[] forOwnerAlone(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))} : new FileAttribute<?>[0];
    }
}
