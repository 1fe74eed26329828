package io.plumbline.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What commands print to. Names and texts come from files that nobody vouches for, so control characters (with which a text could move the
 * cursor or rewrite what stands above) and direction marks are written as {@code \\uXXXX}; inside JSON strings that is the same character.
 */
final class TerminalWriter extends FilterWriter {

    TerminalWriter(Writer terminal) {
        super(terminal);
    }

    static PrintWriter standardOutput() {
        return printer(FileDescriptor.out);
    }

    static PrintWriter standardError() {
        return printer(FileDescriptor.err);
    }

    private static PrintWriter printer(FileDescriptor stream) {
        Charset charset = System.console() == null ? StandardCharsets.UTF_8 : System.console().charset();
        return new PrintWriter(new TerminalWriter(new OutputStreamWriter(new FileOutputStream(stream), charset)), true);
    }

    @Override
    public void write(int c) throws IOException {
        if (isHarmless((char) c)) {
            out.write(c);
        } else {
            out.write(String.format("\\u%04x", c));
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text.charAt(i));
        }
    }

    private static boolean isHarmless(char c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean direction = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\u200E' || c == '\u200F';
        return !control && !direction;
    }
}
