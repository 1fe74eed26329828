package io.plumbline.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.escaper.EscapingStrategy;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.plumbline.domain.InputException;
import io.plumbline.store.Workspace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives a report its format. HTML and PDF come from one template, Markdown from another; each variable in them is escaped for its format
 * unless it is markup that this class made itself.
 */
public final class ReportPrinter {

    private static final String PAGE = "report.html.peb";
    private static final String TEXT = "report.md.peb";
    /** The template leaves them; text of others can't, since it holds no line ends. */
    private static final Pattern MORE_THAN_ONE_EMPTY_LINE = Pattern.compile("\n{3,}");

    private final ReportFonts fonts = new ReportFonts();
    private final Optional<ReportSigner> signer;

    /** Prints without a seal, for previews. */
    public ReportPrinter() {
        this(Optional.empty());
    }

    /** Prints reports that carry the signature of the person at work, wherever the workspace keeps keys. */
    public static ReportPrinter signing(Workspace workspace) {
        return new ReportPrinter(workspace.people().canSign() ? Optional.of(new ReportSigner(workspace)) : Optional.empty());
    }

    private ReportPrinter(Optional<ReportSigner> signer) {
        this.signer = signer;
    }

    /** The bytes of the file. */
    public byte[] print(Report report, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            return signer.orElseThrow(() -> new InputException("As JSON a report is a signed statement, and nobody signs here."))
                .statement(report);
        }
        byte[] body = body(report, format);
        return signer.map(by -> by.seal(body, format, report)).orElse(body);
    }

    private byte[] body(Report report, ReportFormat format) {
        return switch (format) {
            case JSON -> throw new IllegalArgumentException("a statement has no body of its own");
            case HTML -> html(report).getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf(report);
            case MARKDOWN -> markdown(report).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** One file that needs no other: fonts and charts are in it, and scripts are forbidden. */
    public String html(Report report) {
        String faces = fonts.embedded().stream().map(face -> "@font-face{font-family:\"" + face.family() + "\";font-weight:" + face.weight()
            + ";src:url(data:font/ttf;base64," + face.base64() + ") format(\"truetype\")}").collect(Collectors.joining("\n"));
        return page(report, new DrawingMarkup.Svg(), faces, new HtmlText(point -> true));
    }

    private byte[] pdf(Report report) {
        DrawingMarkup.Places places = new DrawingMarkup.Places();
        return new PdfPages(fonts).of(page(report, places, "", new HtmlText(fonts::canPrint)), places);
    }

    private String page(Report report, DrawingMarkup markup, String faces, EscapingStrategy escaping) {
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("faces", trusted(faces));
        model.put("mark", trusted(markup.of(new PlumbBobMark())));
        model.put("stateIcon", trusted(markup.of(new StateIcon(report.state()))));
        model.put("stateClass", report.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Function<Object, Object> draw = block -> trusted(markup.of(drawing(((Block.Chart) block).chart())));
        model.put("drawings", report.sections().stream().flatMap(s -> s.blocks().stream()).filter(Block.Chart.class::isInstance)
            .collect(Collectors.toMap(b -> ((Block.Chart) b).number(), draw)));
        return fill(PAGE, model, escaping);
    }

    private Drawing drawing(ReportChart chart) {
        if (chart instanceof FlipChart flips) {
            return new FlipChartDrawing(flips, fonts);
        }
        if (chart instanceof IntervalChart intervals) {
            return new IntervalChartDrawing(intervals, fonts);
        }
        return new RefusalChartDrawing((RefusalChart) chart, fonts);
    }

    private String markdown(Report report) {
        String text = fill(TEXT, Map.of("report", report), new MarkdownText());
        return MORE_THAN_ONE_EMPTY_LINE.matcher(text).replaceAll("\n\n");
    }

    private static SafeString trusted(String markup) {
        return new SafeString(markup);
    }

    private static String fill(String template, Map<String, Object> model, EscapingStrategy escaping) {
        ClasspathLoader loader = new ClasspathLoader(ReportPrinter.class.getClassLoader());
        loader.setPrefix("io/plumbline/report");
        PebbleEngine engine = new PebbleEngine.Builder().loader(loader).strictVariables(true).newLineTrimming(false)
            .addEscapingStrategy("report", escaping).defaultEscapingStrategy("report").autoEscaping(true).build();
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(out, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
