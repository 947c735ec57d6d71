package dev.llmagents.report;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.Priority;
import dev.llmagents.team.meetmind.QualityReport;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;

/** The small texts that all formats for people share. What comes of inputs is raw here; each format cleans it its own way. */
record Wording(Language language) {

    /** The language for a page about all of {@code reports}: theirs if they agree, else English. */
    static Wording of(MeetingReports reports) {
        Language first = reports.meetings().get(0).language();
        for (MeetingReport report : reports.meetings()) {
            if (report.language() != first) {
                return new Wording(Language.EN);
            }
        }
        return new Wording(first);
    }

    /** Names that tell the meetings apart: titles where they do, else the names of the inputs. */
    static List<String> names(MeetingReports reports) {
        List<String> titles = new ArrayList<>();
        for (MeetingReport report : reports.meetings()) {
            titles.add(title(report));
        }
        List<String> names = new ArrayList<>();
        for (int at = 0; at < titles.size(); at++) {
            String title = titles.get(at);
            boolean single = titles.indexOf(title) == titles.lastIndexOf(title);
            names.add(single ? title : reports.meetings().get(at).transcript().name());
        }
        return names;
    }

    static String title(MeetingReport report) {
        return report.transcript().title().orElse(report.transcript().name());
    }

    /** Date, number of participants and length: {@code 2026-11-05 · 4 participants · 42 min}. */
    String facts(MeetingReport report) {
        List<String> facts = new ArrayList<>();
        report.transcript().date().ifPresent(date -> facts.add(date.toString()));
        int people = report.participants().size();
        if (people > 0) {
            facts.add(people == 1 ? say(Phrase.ONE_PARTICIPANT) : say(Phrase.MANY_PARTICIPANTS, people));
        }
        TopicSpan.lengthOf(report).ifPresent(length -> facts.add(Figures.length(length, language)));
        return String.join(" · ", facts);
    }

    String speaker(String name) {
        return name.equals(Utterance.UNKNOWN) ? say(Phrase.UNKNOWN_SPEAKER) : name;
    }

    /** Where something was said: {@code line 12, 3:07}. */
    String place(Evidence evidence) {
        String line = say(Phrase.LINE, evidence.line());
        return evidence.start().map(start -> line + ", " + Figures.clock(start)).orElse(line);
    }

    /** The lines a stretch covers: {@code lines 3–7}. */
    String lines(int first, int last) {
        return first == last ? say(Phrase.LINE, first) : say(Phrase.LINES, first, last);
    }

    String wordCount(int count) {
        return count == 1 ? say(Phrase.ONE_WORD) : say(Phrase.MANY_WORDS, Figures.whole(count, language));
    }

    /** {@code text} as the start of a sentence. */
    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Without the period at its end, to go on after it. */
    static String withoutPeriod(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    String mentions(int mentions) {
        return mentions == 1 ? say(Phrase.ONE_MENTION) : say(Phrase.MANY_MENTIONS, mentions);
    }

    String priority(Priority priority) {
        return say(
                switch (priority) {
                    case MUST -> Phrase.MUST;
                    case SHOULD -> Phrase.SHOULD;
                    case COULD -> Phrase.COULD;
                    case WONT -> Phrase.WONT;
                });
    }

    String verdict(QualityReport.Verdict verdict) {
        return say(
                switch (verdict) {
                    case GOOD -> Phrase.VERDICT_GOOD;
                    case REVIEW -> Phrase.VERDICT_REVIEW;
                    case POOR -> Phrase.VERDICT_POOR;
                });
    }

    /** Empty if nothing was checked. */
    String checksPassed(QualityReport quality) {
        if (quality.checks().isEmpty()) {
            return "";
        }
        int passed = 0;
        for (QualityReport.Check check : quality.checks()) {
            passed += check.isPassed() ? 1 : 0;
        }
        return say(Phrase.CHECKS_PASSED, passed, quality.checks().size());
    }

    /** What a check looks at, for people; checks that have no words here keep their name. */
    String check(String name) {
        return switch (name) {
            case "quotes_found" -> say(Phrase.CHECK_QUOTES);
            case "timeline_covered" -> say(Phrase.CHECK_TIMELINE);
            case "owners_known" -> say(Phrase.CHECK_OWNERS);
            case "dates_sound" -> say(Phrase.CHECK_DATES);
            case "no_repeats" -> say(Phrase.CHECK_REPEATS);
            case "no_contradictions" -> say(Phrase.CHECK_CONTRADICTIONS);
            case "speakers_known" -> say(Phrase.CHECK_SPEAKERS);
            default -> name.replace('_', ' ');
        };
    }

    String source(Source source) {
        return say(
                switch (source) {
                    case MODEL -> Phrase.BY_MODEL;
                    case CACHE -> Phrase.BY_CACHE;
                    case RULES -> Phrase.BY_RULES;
                });
    }

    String say(Phrase phrase) {
        return phrase.in(language);
    }

    String say(Phrase phrase, Object... values) {
        return phrase.in(language, values);
    }
}
