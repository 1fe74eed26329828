package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.SafetyState;
import io.plumbline.stats.Interval;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever a model wrote, a report in any format shows it as text and as nothing else. */
class HostileTextTest {

    private static final List<String> HOSTILE = List.of(
        "<script>alert(document.cookie)</script>",
        "\"><img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><style>*{display:none}</style></svg>",
        "</td></tr></table><iframe src=\"https://example.org/\"></iframe>",
        "<object type=\"application/x-plumbline-drawing\" data=\"0\"></object>",
        "]]><!-- <?xml version=\"1.0\"?> <!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]> &a; -->",
        "{{ report.title }} {% include \"report.html.peb\" %} {# no #}",
        "[click](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org> https://example.org www.example.org",
        "| a | b |\n|---|---|\n# heading\n```\ncode\n```\n- item\n1. item",
        "null \u0000 bell \u0007 escape \u001B[31m delete \u007F next line \u0085",
        "right-to-left override \u202Etxt.exe\u202C zero width \u200B\u200D joiner \uFEFF mark",
        "half \uD83D alone and \uDE00 the other",
        "\uFFFE\uFFFF not characters \uE000 private",
        "漢字かな 한국어 עברית العربية हिन्दी 😀 e\u0301",
        "x".repeat(300_000),
        "&lt;script&gt; &#60;script&#62; &amp;lt;",
        "$(rm -rf /) `id` ; DROP TABLE label; -- \\ $1 \\1");

    private static Report report;
    private static ReportPrinter printer;
    private static Document html;
    private static String pdf;
    private static String markdown;

    static Stream<String> hostile() {
        return HOSTILE.stream();
    }

    @BeforeAll
    static void printAll() throws Exception {
        report = hostileReport();
        printer = new ReportPrinter();
        html = parse(printer.html(report));
        markdown = new String(printer.print(report, ReportFormat.MARKDOWN), StandardCharsets.UTF_8);
        try (PDDocument document = Loader.loadPDF(printer.print(report, ReportFormat.PDF))) {
            pdf = new PDFTextStripper().getText(document);
        }
    }

    private static Report hostileReport() {
        List<Report.Section> sections = new ArrayList<>();
        for (String text : HOSTILE) {
            sections.add(new Report.Section(text, List.of(new Block.Paragraph(text, text), new Block.Heading(text),
                new Block.Facts(List.of(new Block.Fact(text, text))), new Block.Bullets(List.of(text, text)),
                new Block.Table(List.of(Block.Column.text(text), Block.Column.name(text)), List.of(List.of(text, text)),
                    Block.Footing.NONE),
                new Block.Lines(List.of(text)))));
        }
        sections.add(new Report.Section("Figures", List.of(
            new Block.Chart(1, IntervalChart.relative(HOSTILE.stream().map(text -> new IntervalChart.Row(text, -0.1, new Interval(-0.2, 0)))
                .toList(), -0.2, -0.5), HOSTILE.get(0), two(HOSTILE.get(1))),
            new Block.Chart(2, new FlipChart(HOSTILE.stream().map(text -> new FlipChart.Row(text, 3, 2, 1, 4)).toList()), HOSTILE.get(2),
                two(HOSTILE.get(0))))));
        String all = String.join(" ", HOSTILE.subList(0, 10));
        return new Report("Incident report", all, all, all, all, all, SafetyState.ACT, all, all, all, sections, all,
            new Manifest(List.of(all), 1, "0".repeat(64)));
    }

    private static Block.Table two(String text) {
        return new Block.Table(List.of(Block.Column.text(text), Block.Column.number(text)), List.of(List.of(text, text)),
            Block.Footing.NONE);
    }

    private static Document parse(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setExpandEntityReferences(false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void htmlHoldsNoElementThatTheTemplateDoesNotHave() {
        assertThat(names(html)).isSubsetOf("html", "head", "meta", "title", "style", "body", "div", "table", "thead", "tbody", "tr",
            "td", "th",
            "p", "h1", "h2", "h3", "span", "ul", "li", "b", "svg", "g", "line", "path", "rect", "text", "ellipse", "defs", "clipPath",
                "polygon");
    }

    @Test
    void htmlHoldsNoAttributeThatActsOrPointsAway() {
        NodeList all = html.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                String name = element.getAttributes().item(a).getNodeName();
                assertThat(name).as(element.getTagName()).doesNotStartWith("on").isNotIn("href", "src", "xlink:href", "action", "srcdoc");
            }
        }
    }

    @Test
    void htmlForbidsScriptsAndReachesForNothingOutside() {
        String text = printer.html(report);
        assertThat(text).contains("Content-Security-Policy").contains("default-src 'none'").doesNotContain("script-src");
        String style = text.substring(text.indexOf("<style>"), text.indexOf("</style>"));
        assertThat(style.replace("url(data:", "")).doesNotContain("url(").doesNotContain("@import");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void htmlShowsTheTextAsItIs(String text) {
        assertThat(html.getDocumentElement().getTextContent()).contains(PrintableText.of(text, point -> true));
    }

    @Test
    void noInvisibleCharacterIsLeftInAnyFormat() {
        for (String text : List.of(html.getDocumentElement().getTextContent(), markdown, pdf)) {
            assertThat(text.codePoints().filter(p -> Character.getType(p) == Character.FORMAT || Character.getType(p) == Character.SURROGATE
                || Character.getType(p) == Character.CONTROL && p != '\n' && p != '\r' && p != '\t').toArray()).isEmpty();
        }
    }

    @Test
    void pdfShowsTagsAsText() {
        assertThat(pdf.replaceAll("\\s+", "")).contains("<script>alert(document.cookie)</script>").contains("[U+202E]")
            .contains("[U+D83D]");
    }

    @Test
    void pdfHasNoActionNoLinkAndNoAttachment() throws Exception {
        try (PDDocument document = Loader.loadPDF(printer.print(report, ReportFormat.PDF))) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            for (PDPage page : document.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
            }
        }
    }

    @Test
    void pdfShowsChineseAndNamesWhatItsFontsLack() {
        assertThat(pdf).contains("漢字かな").contains("[U+05E2]").doesNotContain("עברית");
    }

    @Test
    void endlessTextIsCutAndSaysSo() {
        assertThat(markdown).contains("300,000 characters in all");
        assertThat(markdown.length()).isLessThan(200_000);
    }

    @Test
    void markdownLeavesNoMarkOfTheTextUnescaped() {
        String body = markdown.replaceAll("\\\\[!-/:-@\\[-`{-~]", "");
        assertThat(body).doesNotContain("<").doesNotContain("[").doesNotContain("`").doesNotContain("&").doesNotContain("https://")
            .doesNotContain("www.");
    }

    @Test
    void markdownTablesKeepTheirColumns() {
        assertThat(markdown.lines().filter(l -> l.startsWith("|")).map(l -> l.replaceAll("\\\\.", ""))
            .mapToLong(l -> l.chars().filter(c -> c == '|').count())).containsOnly(3L);
    }

    private static Set<String> names(Document document) {
        Set<String> names = new TreeSet<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            names.add(((Element) all.item(i)).getTagName());
        }
        return names;
    }
}
