package io.plumbline.imports.benchmark;

import java.nio.file.Path;

/**
 * Model and attack from where HarmBench puts its files: {@code results/<attack>/<experiment>/(completions|results)/<model>.json}. Outside
 * such folders the file's name is the model's.
 */
record HarmBenchPath(String model, String attack) {

    static HarmBenchPath of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        String model = whole.getFileName().toString().replaceFirst("(?i)(\\.json)?(\\.gz|\\.zst)?$", "");
        Path folder = whole.getParent();
        boolean inPlace = folder != null && folder.getFileName() != null && folder.getFileName().toString().matches("completions|results");
        Path attack = inPlace && folder.getNameCount() > 2 ? folder.getParent().getParent().getFileName() : null;
        return new HarmBenchPath(model, attack == null || attack.toString().equals("results") ? "" : attack.toString());
    }
}
