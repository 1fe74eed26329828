package io.plumbline.signals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import io.plumbline.signals.scan.Hint;
import io.plumbline.signals.scan.SentenceCut;
import io.plumbline.signals.scan.TextScan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes what every detector reads from each text of a file, one line a record, so that two versions of the program can be compared line by
 * line after a change that must change nothing. Arguments: a file of {@code {"p": prompt, "r": response, "l": language}} lines, and where to
 * write.
 */
public final class SignalReadings {

    private SignalReadings() {
    }

    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Policy policy = new Policy("readings", "1", List.of(value("triage.audit.share", "0.005"), value("triage.toxicity.flag", "0.5"),
            value("triage.toxicity.words.flag", "0.9")));
        MeasuringSession session = new RecordMeasurer().session(policy, MeasuringDepth.EVERYTHING);
        TextScan scan = new TextScan();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]));
             PrintStream out = new PrintStream(Files.newOutputStream(Path.of(args[1])), false, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode pair = json.readTree(line);
                number++;
                MeasuredRecord read = session.measure(new LogRecord("r" + number, Instant.EPOCH, "m", "", "", 0, "", "", "benign",
                    pair.path("l").asText(), pair.path("p").asText(), pair.path("r").asText(), "stop", -1, -1, -1, Optional.empty(),
                    number % 2 == 0 ? 0.01 : Double.NaN, "d1", "", 1, Feedback.NONE));
                out.println(number + " " + read.refusal() + read.refusalSpan() + " " + read.detectorVersions() + " " + read.language() + " "
                    + read.signals() + read.flags() + scanned(scan.scan(pair.path("p").asText())) + scanned(scan.scan(pair.path("r").asText())));
            }
        }
    }

    private static String scanned(TextScan scan) {
        StringBuilder line = new StringBuilder(" | ");
        long places = 1;
        long hashes = 1;
        for (int t = 0; t < scan.tokens(); t++) {
            places = places * 31 + scan.start(t) * 7919L + scan.end(t);
            hashes = hashes * 31 + scan.hash(t);
        }
        SentenceCut cut = scan.sentences();
        long sentences = 1;
        for (int s = 0; s < cut.count(); s++) {
            sentences = ((sentences * 31 + cut.start(s)) * 31 + cut.end(s)) * 31 + cut.firstToken(s) * 7919L + cut.endToken(s);
        }
        line.append(scan.tokens()).append(' ').append(places).append(' ').append(hashes).append(' ').append(cut.count()).append(' ').append(sentences)
            .append(' ').append(scan.digits()).append(' ').append(scan.capitals()).append(' ').append(scan.whiteSpace()).append(' ')
            .append(scan.lineFeeds()).append(' ').append(scan.nonAscii()).append(' ').append(scan.ideographs()).append(' ').append(scan.kana())
            .append(' ').append(scan.longestNumber());
        for (Hint hint : Hint.values()) {
            line.append(scan.has(hint) ? " " + hint : "");
        }
        return line.toString();
    }

    private static PolicyValue value(String key, String value) {
        return new PolicyValue(key, new BigDecimal(value), "", "", "", "", "");
    }
}
