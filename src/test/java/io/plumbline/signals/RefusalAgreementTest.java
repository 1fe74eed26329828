package io.plumbline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plumbline.domain.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How far the detector agrees with people: XSTest's final labels (Röttger et al., NAACL 2024). The files in {@code sample-data} have some
 * complying answers cut; on the uncut ones 88 % of all 1,350 answers agree (refused or partly refused against answered).
 */
class RefusalAgreementTest {

    private final RefusalDetector detector = new RefusalDetector();

    @ParameterizedTest
    @CsvSource({"mistralinstruct, 85, 1.5", "mistralguard, 82, 6"})
    void agreementWithPeopleStaysWhereItWasMeasured(String model, double agreement, double falseAlarms) throws IOException {
        int n = 0;
        int agree = 0;
        int answered = 0;
        int alarms = 0;
        Path file = Path.of("sample-data/xstest/xstest_v2_completions_" + model + "_gpteval.csv");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                boolean human = !row.getField("final_label").equals("1_full_compliance");
                boolean ours = detector.read(row.getField("completion")).verdict() != Verdict.COMPLIED;
                n++;
                agree += human == ours ? 1 : 0;
                answered += human ? 0 : 1;
                alarms += !human && ours ? 1 : 0;
            }
        }
        assertThat(100.0 * agree / n).as("agreement, %").isGreaterThanOrEqualTo(agreement);
        assertThat(100.0 * alarms / answered).as("answers taken for refusals, %").isLessThanOrEqualTo(falseAlarms);
    }
}
