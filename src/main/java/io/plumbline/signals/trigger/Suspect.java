package io.plumbline.signals.trigger;

import java.util.ArrayList;
import java.util.List;

/** An n-gram that looked suspicious in the first pass, with the prompts that hold it. */
final class Suspect {

    private static final int SAMPLES = 24;

    private final double logOddsZ;
    private final IntList prompts = new IntList();
    private final List<Sample> samples = new ArrayList<>();
    private int records;

    Suspect(double logOddsZ) {
        this.logOddsZ = logOddsZ;
    }

    /** A text that holds it, and where: atoms from..to, both included. */
    record Sample(String text, int from, int to) {
    }

    double logOddsZ() {
        return logOddsZ;
    }

    void record() {
        records++;
    }

    void prompt(int number, String text, int from, int to) {
        prompts.add(number);
        if (samples.size() < SAMPLES) {
            samples.add(new Sample(text, from, to));
        }
    }

    int records() {
        return records;
    }

    IntList prompts() {
        return prompts;
    }

    List<Sample> samples() {
        return samples;
    }

    /** Its text as first seen. */
    String text() {
        Sample first = samples.get(0);
        return Atoms.of(first.text()).text(first.from(), first.to());
    }

    int length() {
        return samples.get(0).to() - samples.get(0).from() + 1;
    }
}
