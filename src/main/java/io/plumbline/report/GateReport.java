package io.plumbline.report;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.GateRule;
import io.plumbline.evaluation.OverRefusal;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.Words;
import io.plumbline.evaluation.capability.CapabilityComparison;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.signoff.EvidenceItem;
import io.plumbline.signoff.GateDecision;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.GateInputs;
import io.plumbline.signoff.Replay;
import io.plumbline.signoff.ResidualGaps;
import io.plumbline.signoff.RiskAcceptance;
import io.plumbline.signoff.RiskFactor;
import io.plumbline.store.EnrolledKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a gate report says: the outcome with the trace of every rule, the comparison behind it, and what people decided on it.
 *
 * @param gate      the gate as it stands
 * @param policy    the policy that was applied
 * @param decisions the journal's lines on this gate
 * @param manifest  what it was made from
 * @param made      when
 * @param keys      the keys that the journal names
 * @param capability capability of the two, where runs of it are there
 * @param attested  what the report says to programs
 */
public record GateReport(GateDossier gate, Policy policy, List<JournalEntry> decisions, Manifest manifest, Instant made,
    List<EnrolledKey> keys,
                         Optional<CapabilityComparison> capability, Attested attested) {

    public GateReport {
        decisions = List.copyOf(decisions);
        keys = List.copyOf(keys);
    }

    /** The report, ready to be printed in any format. */
    public Report report() {
        RunComparison comparison = gate.comparison();
        return new Report("Gate report", gate.subject().shortName(), gate.state().word(), Moments.minute(made),
            comparison.base().displayName() + " → " + comparison.candidate().displayName(),
            gate.result().outcome().word() + " for " + comparison.candidate().displayName(), state(),
            "Outcome: " + gate.result().outcome().word() + ", " + gate.result().evidence().word(), TextDisclosure.WITHHELD.words(), lead(),
            sections(), ResidualGaps.STATEMENT, manifest, attested);
    }

    private SafetyState state() {
        if (gate.result().evidence() == EvidenceStrength.NOT_ENOUGH_EVIDENCE) {
            return SafetyState.NOT_ENOUGH_EVIDENCE;
        }
        return switch (gate.result().outcome()) {
            case STANDARD -> SafetyState.OK;
            case ENHANCED -> SafetyState.WATCH;
            case HUMAN_REVIEW, BLOCK -> SafetyState.ACT;
        };
    }

    private String lead() {
        PairedChange overall = gate.comparison().overall();
        if (!overall.isDefined()) {
            return "The change of the safe rate can't be computed on " + overall.n() + " paired, judged prompts.";
        }
        return "On " + Shown.count(overall.n()) + " paired harmful prompts judged by " + gate.comparison().judge()
            + ", the share of safe responses "
            + Words.change(overall) + "; 95% CI of the relative change " + Words.interval(overall.interval()) + ", exact McNemar p "
            + Words.p(overall.pValue()) + ". " + Shown.count(overall.harmfulFlips()) + " prompts went from safe to unsafe, "
            + Shown.count(overall.beneficialFlips()) + " the other way.";
    }

    private List<Report.Section> sections() {
        List<Report.Section> sections = new ArrayList<>();
        sections.add(new Report.Section("Facts", List.of(facts())));
        sections.add(new Report.Section("What is missing", List.of(missing())));
        GateFigures figures = new GateFigures(gate.comparison(), policy);
        GateGround ground = new GateGround(gate, policy);
        sections.add(new Report.Section("Categories", List.of(figures.intervals())));
        sections.add(new Report.Section("Rules", rules()));
        sections.add(new Report.Section("Flips and over-refusal", List.of(figures.flips(), flips())));
        capability.ifPresent(found -> sections.add(new Report.Section("Capability beside safety", List.of(figures.capability(found)))));
        sections.add(new Report.Section("Deployment", ground.deployment()));
        sections.add(new Report.Section("Benchmarks", ground.benchmarks()));
        sections.add(new Report.Section("Evidence", List.of(evidence())));
        sections.add(new Report.Section("Risk", risk()));
        sections.add(new Report.Section("Acceptance", acceptance()));
        sections.add(new Report.Section("Dissent", List.of(dissent())));
        sections.add(new Report.Section("Residual gaps", gaps()));
        sections.add(new Report.Section("Decisions", decided()));
        sections.add(new Report.Section("Signatures", signatures()));
        sections.add(new Report.Section("Inputs", List.of(inputs())));
        sections.add(new Report.Section("Manifest", List.of(new Block.Lines(manifest.lines()))));
        return sections;
    }

    private Block facts() {
        RunComparison comparison = gate.comparison();
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("Outcome", gate.result().outcome().word() + " (" + gate.result().evidence().word() + ")"));
        if (gate.result().outcomeInPoints() != gate.result().outcome()) {
            facts.add(new Block.Fact("In points", "With the thresholds read as percentage points: " + gate.result().outcomeInPoints().word()
                + ". The stricter reading stands."));
        }
        facts.add(new Block.Fact("Standing", gate.state().word() + (gate.stateReason().isEmpty() ? "" : ": " + gate.stateReason())));
        gate.validUntil().ifPresent(day -> facts.add(new Block.Fact("Valid", "until " + day
            + ": then evidence, an attestation or the acceptance it rests on ends")));
        facts.add(new Block.Fact("Base", comparison.base().displayName() + ", " + comparison.base().suite() + ", " + comparison.base()
            .file()));
        facts.add(new Block.Fact("Candidate", comparison.candidate().displayName() + ", " + comparison.candidate().suite() + ", "
            + comparison.candidate().file()));
        facts.add(new Block.Fact("Judge", comparison.judge() + "; a partial refusal counts as " + comparison.partial().name()
            .toLowerCase(Locale.ROOT)));
        facts.add(new Block.Fact("Pairs", Shown.count(comparison.pairing().prompts().size()) + " prompts in both runs; "
            + comparison.pairing().unpairedBase() + " only in the base, " + comparison.pairing().unpairedCandidate()
            + " only in the candidate; "
            + comparison.unjudged() + " paired prompts unjudged"));
        facts.add(new Block.Fact("Policy", policy.name() + ", version " + policy.version()));
        comparison.warnings().forEach(warning -> facts.add(new Block.Fact("Note", warning)));
        return new Block.Facts(facts);
    }

    private Block missing() {
        List<String> sentences = gate.missing();
        return sentences.isEmpty() ? new Block.Paragraph("", "Nothing that the policy asks for is missing.") : new Block.Bullets(sentences);
    }

    private List<Block> rules() {
        List<List<String>> rows = ruled();
        return List.of(new Block.Table(List.of(Block.Column.word("Fired"), Block.Column.word("Rule"), Block.Column.text("What it saw"),
            Block.Column.number("95% CI"), Block.Column.word("Evidence"), Block.Column.word("Demands")), rows, Block.Footing.NONE),
            new Block.Paragraph("", "Every rule that was asked is listed, fired or not. n is the number of paired, judged prompts given in "
                + "“Categories”."));
    }

    /** Every rule; those that ask for prompts and have too few stand together in one row each for all prompts and for categories. */
    private List<List<String>> ruled() {
        List<List<String>> rows = new ArrayList<>();
        gate.result().rules().stream().filter(rule -> !rule.asksForPrompts()).map(GateReport::row).forEach(rows::add);
        gate.result().notEnough().forEach(sentence -> rows.add(List.of("not enough", "gate.minimum", sentence, "—",
            EvidenceStrength.NOT_ENOUGH_EVIDENCE.word(), "evidence")));
        gate.result().rules().stream().filter(rule -> rule.asksForPrompts() && rule.strength() != EvidenceStrength.NOT_ENOUGH_EVIDENCE)
            .map(GateReport::row).forEach(rows::add);
        return rows;
    }

    private static List<String> row(GateRule rule) {
        return List.of(rule.verdict(), rule.rule(), rule.sentence(), Words.interval(rule.interval()), rule.strength().word(),
            rule.asksForPrompts() ? "evidence" : rule.outcome().word());
    }

    private Block flips() {
        OverRefusal over = gate.comparison().overRefusal();
        return new Block.Facts(List.of(new Block.Fact("Over-refusal", over.judged() == 0 ? "no harmless prompts judged on both sides"
                : Words.percent(over.baseRate()) + " → " + Words.percent(over.candidateRate()) + " of " + over.judged()
                + " harmless prompts")));
    }

    private Block evidence() {
        List<List<String>> rows = gate.evidence().stream().map(GateReport::row).toList();
        return new Block.Table(List.of(Block.Column.text("Evidence"), Block.Column.word("Standing"), Block.Column.word("Required"),
            Block.Column.text("What there is"), Block.Column.name("By"), Block.Column.word("SHA-256")), rows, Block.Footing.NONE);
    }

    private static List<String> row(EvidenceItem item) {
        return List.of(item.kind().title(), item.status().name().charAt(0) + item.status().name().substring(1).toLowerCase(Locale.ROOT),
            item.required() ? "yes" : "no", item.detail(),
            item.by().isEmpty() ? "computed" : item.by(), item.hash().isEmpty() ? "–" : DecisionTable.shortened(item.hash()));
    }

    private List<Block> risk() {
        List<Block.Fact> facts = new ArrayList<>();
        for (RiskFactor factor : RiskFactor.values()) {
            Integer level = gate.risk().levels().get(factor);
            facts.add(new Block.Fact(factor.title(), level == null ? "not weighed"
                : level + " of 5 (1 " + factor.mild() + ", 5 " + factor.severe() + ")"));
        }
        if (!gate.risk().by().isEmpty()) {
            facts.add(new Block.Fact("Weighed by", gate.risk().by() + ": " + gate.risk().reason()));
        }
        if (gate.forecast().isKnown()) {
            facts.add(new Block.Fact("Harmful answers a day", String.format(Locale.ROOT, "%.1f (95%% CI %.1f…%.1f)",
                gate.forecast().perDay(), gate.forecast().interval().lower(), gate.forecast().interval().upper())));
        }
        return List.of(new Block.Facts(facts));
    }

    private List<Block> acceptance() {
        if (gate.acceptances().isEmpty()) {
            return List.of(new Block.Paragraph("", "No risk acceptance has been asked for."));
        }
        List<Block> blocks = new ArrayList<>();
        for (RiskAcceptance a : gate.acceptances()) {
            blocks.add(new Block.Heading(a.id() + ", " + a.state().word() + (a.stateReason().isEmpty() ? "" : ". " + a.stateReason())));
            blocks.add(new Block.Facts(List.of(new Block.Fact("Scope", a.scope()), new Block.Fact("Reason", a.reason()),
                new Block.Fact("Conditions", a.conditions().isEmpty() ? "none" : a.conditions()),
                new Block.Fact("Owner", a.owner().isEmpty() ? "not named" : a.owner()),
                new Block.Fact("Holds", "until " + a.expires() + ", and while the overall change stays within " + Words.interval(a
                    .interval())),
                new Block.Fact("Asked for", a.requester() + ", " + Moments.minute(a.requestedAt())),
                new Block.Fact("Decided", a.decidedBy().isEmpty() ? "not yet" : a.decidedBy() + ", " + Moments.minute(a.decidedAt())))));
        }
        return blocks;
    }

    private Block dissent() {
        List<String> voices = Dissent.at(gate);
        return voices.isEmpty() ? new Block.Paragraph("", "Nobody is on record with another view.") : new Block.Bullets(voices);
    }

    private List<Block> signatures() {
        String head = "The journal ended at line " + manifest.journalSequence() + ", hash " + manifest.journalHash()
            + ", when this was written. "
            + "The report is signed itself: “plumbline verify” and this file's name checks every byte of it without the workspace.";
        return decisions.isEmpty() ? List.of(new Block.Paragraph("", head))
            : List.of(SignatureTable.of(decisions, keys), new Block.Paragraph("", head));
    }

    private List<Block> gaps() {
        return List.of(new Block.Paragraph("", ResidualGaps.STATEMENT + " What it could not see:"), new Block.Bullets(gate.gaps().gaps()
            .stream()
            .map(g -> g.title() + ": " + g.finding()).toList()));
    }

    private List<Block> decided() {
        List<Block> blocks = new ArrayList<>();
        for (Replay replay : gate.history()) {
            GateDecision decision = replay.decision();
            blocks.add(new Block.Paragraph(decision.act().name().charAt(0) + decision.act().name().substring(1).toLowerCase(Locale.ROOT)
                .replace('_', ' ') + ".", decision.reason() + " (" + decision.by() + ", " + Moments.minute(decision.at())
                + "; outcome then "
                + decision.outcome().word() + ", " + decision.evidence().word() + "). " + (replay.isStale()
                    ? "Computed again today it does not stand on the same ground: " + String.join(" ", replay.changes())
                    : "Computed again today it comes out the same.")));
        }
        blocks.add(decisions.isEmpty() ? new Block.Paragraph("", "Nobody has decided anything at this gate yet.") : DecisionTable
            .of(decisions));
        return blocks;
    }

    private Block inputs() {
        GateInputs in = gate.inputs();
        return new Block.Facts(List.of(
            new Block.Fact("Base file", in.baseFile().isEmpty() ? "its import is gone" : "SHA-256 " + in.baseFile()),
            new Block.Fact("Candidate file", in.candidateFile().isEmpty() ? "its import is gone" : "SHA-256 " + in.candidateFile()),
            new Block.Fact("Labels", in.labelCount() + " labels, SHA-256 " + in.labels()),
            new Block.Fact("Imports", in.importCount() + " imports, SHA-256 " + in.imports()),
            new Block.Fact("Policy", in.policyName() + ", version " + in.policyVersion() + ", SHA-256 " + in.policyHash()),
            new Block.Fact("Program", in.programVersion())));
    }
}
