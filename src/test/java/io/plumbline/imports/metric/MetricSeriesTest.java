package io.plumbline.imports.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.plumbline.domain.InputException;
import io.plumbline.imports.Series;
import io.plumbline.imports.SeriesReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shapes after the documentation of Prometheus ("Range queries"), InfluxDB ("Line protocol reference", "Annotated CSV") and the data sets
 * NAB and TCPD; the files are our own.
 */
class MetricSeriesTest {

    private static final String MATRIX = """
        {"status": "success", "data": {"resultType": "matrix", "result": [
          {"metric": {"__name__": "refusals_total", "job": "api", "model": "a"}, "values": [[1435781430.781, "1"], [1435781445.781, "2"], [1435781460.781, "NaN"]]},
          {"metric": {"__name__": "requests_total", "job": "api", "model": "a"}, "values": [[1435781430.781, "10"], [1435781445.781, "20"]]},
          {"metric": {"__name__": "requests_total", "job": "api", "model": "b"}, "values": [[1435781430.781, "5"]]}]}}""";

    @TempDir
    Path folder;

    @Test
    void aSeriesOfPrometheusIsChosenByNameOrLabels() {
        assertThat(read("m.json", MATRIX, "refusals_total").values()).containsExactly(1, 2, Double.NaN);
        assertThat(read("m.json", MATRIX, "requests_total{job=\"api\", model=\"b\"}").values()).containsExactly(5);
    }

    @Test
    void severalSeriesOfOneNameAreListedWithTheirLabels() {
        assertThatThrownBy(() -> read("m.json", MATRIX, "requests_total")).isInstanceOf(InputException.class)
            .hasMessageContaining("has 2 series “requests_total”").hasMessageContaining("model=\"b\"");
        assertThatThrownBy(() -> read("m.json", MATRIX, null)).isInstanceOf(InputException.class).hasMessageContaining("has 3 series");
    }

    @Test
    void twoSeriesOfPrometheusMakeARate() {
        Series rate = read("m.json", MATRIX, "refusals_total/requests_total{job=\"api\", model=\"a\"}");
        assertThat(rate.counts().orElseThrow().successes()).containsExactly(1, 2);
        assertThat(rate.counts().orElseThrow().trials()).containsExactly(10, 20);
    }

    @Test
    void anInstantQueryAndAnErrorAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> read("v.json", "{\"status\": \"success\", \"data\": {\"resultType\": \"vector\", \"result\": []}}", null))
            .hasMessageContaining("query_range");
        assertThatThrownBy(() -> read("e.json", "{\"status\": \"error\", \"errorType\": \"bad_data\", \"error\": \"parse error\"}", null))
            .hasMessageContaining("parse error");
    }

    @Test
    void nativeHistogramsAreRefusedWithWhatToAskFor() {
        assertThatThrownBy(() -> read("h.json", "{\"status\": \"success\", \"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": {}, "
            + "\"histograms\": [[1, {\"count\": \"1\"}]]}]}}", null)).isInstanceOf(InputException.class).hasMessageContaining("histogram_quantile");
    }

    @Test
    void aTableWithSemicolonsMayHaveCommasBeforeItsDecimals() {
        assertThat(read("de.csv", "timestamp;value\n2026-01-01;1,5\n2026-01-02;2,25\n", null).values()).containsExactly(1.5, 2.25);
    }

    @Test
    void aColumnOfNumbersThatSayWhenIsNotTheSeries() {
        assertThat(read("grafana.csv", "\"Time\",\"refusals {job=\"\"a\"\"}\"\n1767225600000,3\n1767225660000,4\n", null).values()).containsExactly(3, 4);
    }

    @Test
    void lineProtocolIsReadWithItsEscapesInTheOrderOfTime() {
        String lines = """
            # a comment, with=signs
            my\\ cpu,host=server\\ 01,rack=a\\,b usage=0.75,cores=4i,note="a \\"quoted\\", text=1",up=t 1556813561098000002

            my\\ cpu,host=server\\ 01,rack=a\\,b usage=0.5,cores=4i 1556813561098000001
            my\\ cpu,host=server\\ 01,rack=a\\,b usage=0.8,cores=4i 1556813561098000002
            """;
        assertThat(read("m.lp", lines, "usage").values()).containsExactly(0.5, 0.8);
        assertThat(read("m.lp", lines, "my cpu,host=server 01,rack=a,b cores").values()).containsExactly(4, 4);
        assertThat(read("m.lp", lines, "my cpu.up").values()).containsExactly(1);
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> read("m.lp", "cpu value=1 1\ncpu value=one 2\n", null)).isInstanceOf(InputException.class)
            .hasMessageContaining("m.lp, line 2").hasMessageContaining("line protocol");
    }

    @Test
    void tablesOfAnnotatedCsvAreToldApart() {
        String csv = """
            #datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,string
            #group,false,false,true,true,false,false,true,true,true
            #default,mean,,,,,,,,
            ,result,table,_start,_stop,_time,_value,_field,_measurement,host
            ,,0,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z,2026-05-01T01:00:00Z,0.5,rate,refusals,a
            ,,0,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z,2026-05-01T02:00:00Z,,rate,refusals,a
            ,,1,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z,2026-05-01T01:00:00Z,0.25,rate,refusals,b

            #datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,long,string,string,string
            #group,false,false,true,true,false,false,true,true,true
            #default,mean,,,,,,,,
            ,result,table,_start,_stop,_time,_value,_field,_measurement,host
            ,,2,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z,2026-05-01T01:00:00Z,7,count,refusals,a
            """.replace("\n", "\r\n");
        assertThat(read("m.csv", csv, "refusals,host=a rate").values()).containsExactly(0.5, Double.NaN);
        assertThat(read("m.csv", csv, "refusals.count").values()).containsExactly(7);
        assertThatThrownBy(() -> read("m.csv", csv, "rate")).hasMessageContaining("has 2 series “rate”");
    }

    @Test
    void theNabFormIsTimesAndValues() {
        assertThat(read("nab.csv", "timestamp,value\n2014-04-01 00:00:00,19.8\n2014-04-01 00:05:00,\n2014-04-01 00:10:00,20.1\n", null).values())
            .containsExactly(19.8, Double.NaN, 20.1);
    }

    @Test
    void theTcpdFormHasSeveralDimensionsWithLabelsAndMissingValues() {
        String json = """
            {"name": "x", "longname": "X", "n_obs": 3, "n_dim": 2, "time": {"index": [0, 1, 2]}, "series": [
             {"label": "V1", "type": "float", "raw": [1.5, null, 2.5]}, {"label": "V2", "type": "int", "raw": [1, 2, 3]}]}""";
        assertThat(read("x.json", json, "V1").values()).containsExactly(1.5, Double.NaN, 2.5);
        assertThatThrownBy(() -> read("x.json", json, null)).hasMessageContaining("V1, V2");
    }

    @Test
    void compressedSeriesAreRead() {
        assertThat(read("m.zst", Zstd.compress("t,value\n1,2\n2,3\n".getBytes(StandardCharsets.UTF_8)), null).values()).containsExactly(2, 3);
    }

    private Series read(String name, String content, String column) {
        return read(name, content.getBytes(StandardCharsets.UTF_8), column);
    }

    private Series read(String name, byte[] content, String column) {
        try {
            return new SeriesReader(Optional.ofNullable(column)).read(Files.write(folder.resolve(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
