package io.plumbline.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A report's text, tables and the numbers behind its charts as JSON: the same content as the other formats, block by block. */
final class ReportTree {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportTree() {
    }

    static ObjectNode of(Report report) {
        ObjectNode tree = JSON.createObjectNode().put("kind", report.kind()).put("reference", report.reference()).put("status", report.status())
            .put("made", report.made()).put("subject", report.subject()).put("title", report.title()).put("state", report.state().name())
            .put("stateText", report.stateText()).put("redaction", report.redaction()).put("lead", report.lead()).put("caveat", report.caveat());
        ArrayNode sections = tree.putArray("sections");
        for (Report.Section section : report.sections()) {
            ArrayNode blocks = sections.addObject().put("title", section.title()).putArray("blocks");
            section.blocks().forEach(block -> put(blocks.addObject().put("kind", block.kind()), block));
        }
        texts(tree.putArray("manifest"), report.manifest().lines());
        return tree.put("manifestSha256", report.manifest().sha256());
    }

    private static void put(ObjectNode node, Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            node.put("lead", paragraph.lead()).put("text", paragraph.text());
        } else if (block instanceof Block.Facts facts) {
            ArrayNode list = node.putArray("facts");
            facts.facts().forEach(fact -> list.addObject().put("label", fact.label()).put("value", fact.value()));
        } else if (block instanceof Block.Table table) {
            put(node, table);
        } else if (block instanceof Block.Bullets bullets) {
            texts(node.putArray("items"), bullets.items());
        } else if (block instanceof Block.Heading heading) {
            node.put("text", heading.text());
        } else if (block instanceof Block.Lines lines) {
            texts(node.putArray("lines"), lines.lines());
        } else if (block instanceof Block.Chart chart) {
            put(node.put("number", chart.number()).put("caption", chart.caption()).putObject("data"), chart.data());
        }
    }

    private static void put(ObjectNode node, Block.Table table) {
        texts(node.putArray("columns"), table.columns().stream().map(Block.Column::name).toList());
        ArrayNode rows = node.putArray("rows");
        table.rows().forEach(row -> texts(rows.addArray(), row));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
