package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.meetmind.MeetingReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class MeetingHtmlTest {
    private static final Set<String> VOID = Set.of("meta", "rect");

    @Test
    void asks_for_nothing_from_outside_and_runs_nothing() {
        for (MeetingReport report : List.of(SampleReports.english(), SampleReports.hostile())) {
            String page = render(report);
            assertFalse(page.contains("<script"));
            assertFalse(page.contains("<img"));
            assertFalse(page.contains("<link"));
            assertFalse(page.contains("url("));
            assertFalse(page.contains(" style="));
            assertFalse(Pattern.compile("<[^>]*\\son\\w+=").matcher(page).find());
            assertFalse(Pattern.compile("(?:href|src)=\"(?!#)").matcher(page).find());
        }
    }

    @Test
    void allows_its_own_style_and_no_other() throws Exception {
        String page = render(SampleReports.english());
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertTrue(page.contains(
                "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';"));
    }

    @Test
    void closes_what_it_opens() {
        for (String page : List.of(
                render(SampleReports.english()),
                render(SampleReports.sparse()),
                render(SampleReports.hostile()),
                render(SampleReports.english(), SampleReports.swedish()))) {
            Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)((?:\\s[a-z-]+=\"[^\"<>]*\"|\\s[a-z-]+)*)\\s*(/?)>")
                    .matcher(page.substring(page.indexOf("<html")));
            List<String> open = new ArrayList<>();
            while (tags.find()) {
                if (!tags.group(1).isEmpty()) {
                    assertEquals(open.remove(open.size() - 1), tags.group(2));
                } else if (!VOID.contains(tags.group(2)) && tags.group(4).isEmpty()) {
                    open.add(tags.group(2));
                }
            }
            assertEquals(List.of(), open);
        }
    }

    @Test
    void names_every_place_once_and_every_link_leads_to_one() {
        String page = render(SampleReports.english(), SampleReports.swedish());
        List<String> ids = all(page, "\\sid=\"([^\"]+)\"");
        Set<String> places = new HashSet<>(ids);
        assertEquals(ids.size(), places.size());
        for (String link : all(page, "href=\"#([^\"]+)\"")) {
            assertTrue(places.contains(link), link);
        }
    }

    @Test
    void tells_the_language_of_the_page_and_of_each_meeting() {
        assertTrue(render(SampleReports.swedish()).contains("<html lang=\"sv\">"));
        String mixed = render(SampleReports.english(), SampleReports.swedish());
        assertTrue(mixed.contains("<html lang=\"en\">"));
        assertTrue(mixed.contains("id=\"m2-top\" lang=\"sv\">"));
    }

    @Test
    void says_who_answered_even_if_rules_alone_did() {
        String page =
                new MeetingHtml().render(new MeetingReports(List.of(SampleReports.sparse())), SampleFacts.rulesAlone());
        assertTrue(page.contains("Rules alone made this report"));
    }

    private static List<String> all(String page, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String render(MeetingReport... meetings) {
        return new MeetingHtml().render(new MeetingReports(List.of(meetings)), SampleFacts.withModel());
    }
}
