package io.plumbline.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/**
 * The fonts of a report. They travel with the program and into each file, so that a report looks and reads the same on any machine; what
 * none of them can show is printed as a code point instead of an empty box.
 */
final class ReportFonts {

    static final String SANS = "IBM Plex Sans";
    static final String MONO = "IBM Plex Mono";
    static final String FALLBACK = "Droid Sans Fallback";

    /** A font file of the program. */
    record Face(String family, int weight, String file) {

        InputStream open() {
            return ReportFonts.class.getResourceAsStream("/io/plumbline/fonts/" + file);
        }

        String base64() {
            try (InputStream in = open()) {
                return Base64.getEncoder().encodeToString(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Font load() {
            try (InputStream in = open()) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("A font of the program is damaged: " + file, e);
            }
        }
    }

    private static final Face REGULAR = new Face(SANS, 400, "IBMPlexSans_400Regular.ttf");
    private static final Face SEMI_BOLD = new Face(SANS, 600, "IBMPlexSans_600SemiBold.ttf");
    private static final Face TYPEWRITER = new Face(MONO, 400, "IBMPlexMono_400Regular.ttf");
    private static final Face EAST_ASIAN = new Face(FALLBACK, 400, "DroidSansFallbackFull.ttf");

    private final Font regular = REGULAR.load();
    private final Font semiBold = SEMI_BOLD.load();
    private final Font eastAsian = EAST_ASIAN.load();

    /** The faces that every file embeds. */
    List<Face> embedded() {
        return List.of(REGULAR, SEMI_BOLD, TYPEWRITER);
    }

    /** The face with Chinese, Japanese and Korean characters. */
    Face eastAsian() {
        return EAST_ASIAN;
    }

    Font chart(float size) {
        return regular.deriveFont(size);
    }

    Font chartBold(float size) {
        return semiBold.deriveFont(size);
    }

    /** Whether the Latin, Greek and Cyrillic face has a character. */
    boolean hasOwn(int point) {
        return regular.canDisplay(point);
    }

    /** Whether a page can show a character as it should stand: scripts written from the right are left out, since lines run from the left. */
    boolean canPrint(int point) {
        byte direction = Character.getDirectionality(point);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
            && (hasOwn(point) || eastAsian.canDisplay(point));
    }

    boolean needsEastAsian(String text) {
        return text.codePoints().anyMatch(point -> point > 0x7F && !hasOwn(point));
    }
}
