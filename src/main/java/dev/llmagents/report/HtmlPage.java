package dev.llmagents.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** What every page begins with: a head that lets nothing in but the page's own style. Safe for threads. */
public final class HtmlPage {
    private HtmlPage() {}

    /**
     * Everything up to the content of {@code main}.
     *
     * @param title HTML text
     * @param styles names of style sheets beside this class, later ones adding to earlier ones
     */
    public static void open(StringBuilder out, String language, String title, List<String> styles) {
        StringBuilder sheets = new StringBuilder("\n");
        styles.forEach(sheet -> sheets.append(read(sheet)));
        String style = sheets.toString();
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n");
        out.append("<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
        out.append(fingerprint(style)).append("'; base-uri 'none'; form-action 'none'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>").append(title);
        out.append("</title>\n<style>").append(style).append("</style>\n</head>\n<body>\n<main>\n");
    }

    private static String read(String sheet) {
        try (InputStream bytes = HtmlPage.class.getResourceAsStream(sheet)) {
            if (bytes == null) {
                throw new IllegalStateException(sheet + " is missing beside " + HtmlPage.class.getName());
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(sheet, broken);
        }
    }

    private static String fingerprint(String style) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
