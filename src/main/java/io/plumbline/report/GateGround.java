package io.plumbline.report;

import io.plumbline.domain.Benchmark;
import io.plumbline.domain.BenchmarkCoverage;
import io.plumbline.domain.Policy;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.SuiteReading;
import io.plumbline.signoff.deployment.DeploymentContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a gate stands on beside its numbers: where the model is to run, and what the benchmarks can and can't say. */
final class GateGround {

    private final GateDossier gate;
    private final Policy policy;

    GateGround(GateDossier gate, Policy policy) {
        this.gate = gate;
        this.policy = policy;
    }

    List<Block> deployment() {
        Optional<DeploymentContext> recorded = gate.profile().deployment();
        List<Block> blocks = new ArrayList<>();
        if (recorded.isEmpty()) {
            blocks.add(new Block.Paragraph("",
                "Nobody has recorded who can reach the model, how, and for what. What depends on it was not asked."));
        } else {
            List<Block.Fact> facts = new ArrayList<>();
            recorded.get().facts().forEach((name, fact) -> facts.add(new Block.Fact(name, fact)));
            facts.add(new Block.Fact("Recorded by", recorded.get().by()));
            blocks.add(new Block.Facts(facts));
        }
        List<String> consequences = gate.profile().consequences(policy);
        if (!consequences.isEmpty()) {
            blocks.add(new Block.Bullets(consequences));
        }
        return blocks;
    }

    List<Block> benchmarks() {
        SuiteReading suites = gate.suites();
        List<Block> blocks = new ArrayList<>();
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("Base run", coverage(suites.base())));
        facts.add(new Block.Fact("Candidate's run", coverage(suites.candidate())));
        blocks.add(new Block.Facts(facts));
        for (Benchmark benchmark : suites.benchmarks()) {
            blocks.add(new Block.Heading(benchmark.title()));
            blocks.add(new Block.Facts(List.of(new Block.Fact("Tests", benchmark.tests()), new Block.Fact("Reach", benchmark.reach()
                .title()),
                new Block.Fact("Weaknesses", benchmark.weaknesses()), new Block.Fact("Source", benchmark.source()))));
        }
        if (!suites.circular().isEmpty()) {
            blocks.add(new Block.Bullets(suites.circular()));
        }
        return blocks;
    }

    private static String coverage(Optional<BenchmarkCoverage> coverage) {
        return coverage.map(found -> found.sentence() + (found.isComplete() ? "; complete" : "; not complete"))
            .orElse("of no benchmark that the catalogue knows");
    }
}
