package io.plumbline.domain;

import java.util.List;

/**
 * A published suite: what it tests, and what it can't say. Its weaknesses go where its numbers go.
 *
 * @param id         short stable name, e.g. {@code harmbench}
 * @param name       as people call it
 * @param version    version or split that the size is of; empty where there is one only
 * @param published  year and month; empty where it does not matter
 * @param size       prompts or documents
 * @param purpose    what a run of it is evidence of
 * @param reach      how far a result on it carries
 * @param tests      what it tests, one sentence
 * @param weaknesses what it can't say
 * @param source     paper
 * @param licence    of the prompts
 * @param categories its own categories, each with the hazards of a common taxonomy that it belongs to
 * @param aliases    words that tools name it by
 */
public record Benchmark(String id, String name, String version, String published, int size, RunPurpose purpose, Reach reach, String tests,
                        String weaknesses, String source, String licence, List<BenchmarkCategory> categories, List<String> aliases) {

    /** How far a result carries. */
    public enum Reach {
        /** Many kinds of harm. */
        BROAD("broad"),
        /** One kind of harm or of prompt; it can't satisfy a gate alone. */
        NARROW("narrow, not enough for a gate alone"),
        /** Attacks that are public; it says little of those that adapt. */
        KNOWN_ATTACKS("known attacks only"),
        /** Passing it says next to nothing; failing it says a lot. */
        SMOKE_TEST("smoke test"),
        /** No evidence on safety at all. */
        CAPABILITY("capability, no evidence on safety");

        private final String title;

        Reach(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Benchmark {
        categories = List.copyOf(categories);
        aliases = List.copyOf(aliases);
    }

    /** Name and version. */
    public String title() {
        return version.isEmpty() ? name : name + " (" + version + ")";
    }
}
