package io.plumbline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room the drive of a workspace has left. */
final class DriveRoom {

    /** Bytes that tidying up may take. */
    static final long MARGIN = 8 << 20;

    private DriveRoom() {
    }

    /** @param file a file in the workspace folder, not necessarily there */
    static boolean isAtLeast(Path file, long bytes) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() >= bytes;
    }
}
