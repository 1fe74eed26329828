package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {

    @Test
    void escapeSequencesFromAFileCannotReachTheTerminal() {
        assertThat(printed("name\u001b[2J\u009b1A\u0007")).isEqualTo("name\\u001b[2J\\u009b1A\\u0007");
    }

    @Test
    void directionMarksCannotTurnALineRound() {
        assertThat(printed("a\u202Eb\u2066c")).isEqualTo("a\\u202eb\\u2066c");
    }

    @Test
    void ordinaryTextOfAnyScriptIsPrintedAsItIs() {
        assertThat(printed("Ablehnung 拒绝 −15.4 %\tx\n")).isEqualTo("Ablehnung 拒绝 −15.4 %\tx\n");
    }

    private static String printed(String text) {
        StringWriter terminal = new StringWriter();
        PrintWriter out = new PrintWriter(new TerminalWriter(terminal));
        out.print(text);
        out.flush();
        return terminal.toString();
    }
}
