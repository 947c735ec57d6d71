package dev.llmagents.report;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Analysis;
import dev.llmagents.team.meetmind.AnalysisFramework;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Feature;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.Headline;
import dev.llmagents.team.meetmind.MeetingPlan;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.Minutes;
import dev.llmagents.team.meetmind.Priority;
import dev.llmagents.team.meetmind.QualityReport;
import dev.llmagents.team.meetmind.QualityReport.Check;
import dev.llmagents.team.meetmind.QualityReport.Issue;
import dev.llmagents.team.meetmind.QualityReport.Verdict;
import dev.llmagents.team.meetmind.Requirement;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.Topic;
import dev.llmagents.team.meetmind.Wishes;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Participant;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports made by hand: a full one, a Swedish one, one with next to nothing in it, and one whose every text attacks. */
final class SampleReports {
    private SampleReports() {}

    static MeetingReport english() {
        List<Utterance> said = List.of(
                said(3, 0, "Anna Berg", "Welcome, this is the kick-off for the greenhouse controller."),
                said(4, 95, "Tom", "We agreed with the growers that it has to run a week on one battery."),
                said(5, 260, "Priya Shah", "So we go with the low-power radio, then."),
                said(
                        6,
                        312,
                        "Anna Berg",
                        "Yes, let's go with that. Tom, can you order ten of the radio boards by Friday?"),
                said(7, 330, "Tom", "Will do. I'm a bit worried that the supplier is out of stock until spring."),
                said(8, 655, "Priya Shah", "Who pays for the certification? We never settled that."),
                said(9, 900, "Anna Berg", "I'll ask finance, give me until the end of next week or so."),
                said(10, 1410, "Priya Shah", "The app should show the battery level on the first screen."),
                said(11, 1800, "Tom", "And somebody has to write the test plan."),
                said(12, 2490, "Anna Berg", "Good. Thanks everybody."));
        Minutes minutes = new Minutes(
                List.of(
                        sentence(
                                "The team started work on a greenhouse controller that has to run for a week on one "
                                        + "battery, as agreed with the growers.",
                                at(said.get(1), "run a week on one battery"),
                                0.8),
                        sentence(
                                "It settled on the low-power radio, although Tom worried about the supplier's stock.",
                                at(said.get(2), "So we go with the low-power radio, then."),
                                0.75),
                        sentence(
                                "Who pays for the certification stayed open.",
                                at(said.get(5), "Who pays for the certification?"),
                                0.7)),
                List.of(
                        finding(
                                "The controller uses the low-power radio.",
                                at(said.get(3), "Yes, let's go with that."),
                                0.92,
                                Source.RULES),
                        finding(
                                "It has to run for a week on one battery.",
                                at(said.get(1), "it has to run a week on one battery"),
                                0.66,
                                Source.MODEL)),
                List.of(
                        action(
                                "Order ten of the radio boards.",
                                "Tom",
                                LocalDate.of(2026, 11, 13),
                                "by Friday",
                                at(said.get(3), "Tom, can you order ten of the radio boards by Friday?"),
                                Source.RULES),
                        action(
                                "Ask finance who pays for the certification.",
                                "Anna Berg",
                                null,
                                "the end of next week or so",
                                at(said.get(6), "I'll ask finance"),
                                Source.RULES),
                        action(
                                "Write the test plan.",
                                null,
                                null,
                                null,
                                at(said.get(8), "somebody has to write the test plan"),
                                Source.CACHE)),
                List.of(finding(
                        "The supplier may be out of stock until spring.",
                        at(said.get(4), "the supplier is out of stock until spring"),
                        0.7,
                        Source.RULES)),
                List.of(finding(
                        "Who pays for the certification?",
                        at(said.get(5), "Who pays for the certification?"),
                        0.88,
                        Source.RULES)));
        Wishes wishes = new Wishes(
                List.of(
                        new Requirement(
                                "Run for a week on one battery.",
                                Priority.MUST,
                                "Tom",
                                3,
                                at(said.get(1), "it has to run a week on one battery"),
                                0.8,
                                Source.RULES),
                        new Requirement(
                                "Show the battery level on the first screen.",
                                Priority.SHOULD,
                                "Priya Shah",
                                1,
                                at(said.get(7), "The app should show the battery level on the first screen."),
                                0.7,
                                Source.RULES)),
                List.of(
                        feature("battery life", Priority.MUST, 5.5, 3, at(said.get(1), "one battery")),
                        feature("battery level display", Priority.SHOULD, 2.25, 1, at(said.get(7), "battery level"))));
        AnalysisFramework framework = new AnalysisFramework(
                List.of(
                        topic(
                                "Power and radio",
                                3,
                                7,
                                List.of("low-power radio", "one battery", "radio boards"),
                                at(said.get(2), "So we go with the low-power radio, then.")),
                        topic("Certification", 8, 9, List.of("finance"), at(said.get(5), "Who pays")),
                        topic(
                                "The app and testing",
                                10,
                                12,
                                List.of("first screen", "test plan"),
                                at(said.get(7), "The app should show"))),
                Set.of(Analysis.SUMMARY),
                List.of(new AnalysisFramework.Chunk(0, said.size())));
        QualityReport quality = new QualityReport(
                Verdict.REVIEW,
                List.of(
                        new Check("quotes_found", 10, 10),
                        new Check("owners_known", 2, 2),
                        new Check("dates_sound", 1, 1),
                        new Check("no_repeats", 8, 8),
                        new Check("speakers_known", 9, 10)),
                List.of(
                        new Issue("A2", "its time was said too loosely for a date", Source.RULES),
                        new Issue("A3", "nobody was named as owner", Source.RULES),
                        new Issue("", "1 of 10 turns have no speaker, so owners may be missing", Source.RULES)));
        return new MeetingReport(
                new Transcript(
                        "kickoff.vtt",
                        Optional.of("Greenhouse controller kick-off"),
                        Optional.of(LocalDate.of(2026, 11, 9)),
                        List.of("Anna Berg", "Tom", "Priya Shah"),
                        said),
                Language.EN,
                new Headline(
                        "2 decisions, 3 action items, 1 open question. Decided: The controller uses the low-power "
                                + "radio. Due first: Tom – Order ten of the radio boards (2026-11-13).",
                        List.of("A1", "D1", "Q1"),
                        Source.RULES),
                plan(Optional.of(new BigDecimal("0.00042"))),
                framework,
                minutes,
                wishes,
                List.of(
                        person("Anna Berg", 4, 1234, 1250, 0.5024), person("Priya Shah", 3, 801, 730, 0.2935),
                        person("Tom", 3, 620, 505, 0.203), person(Utterance.UNKNOWN, 1, 4, 2, 0.0011)),
                quality);
    }

    static MeetingReport swedish() {
        List<Utterance> said = List.of(
                untimed(1, "Åsa Öberg", "Vi bestämmer att flytta lanseringen till vecka 12."),
                untimed(2, "Göran", "Jag skickar ut den nya planen senast på torsdag."),
                untimed(3, Utterance.UNKNOWN, "Hinner vi verkligen med översättningen?"));
        Minutes minutes = new Minutes(
                List.of(sentence(
                        "Lanseringen flyttas till vecka 12.",
                        at(said.get(0), "flytta lanseringen till vecka 12"),
                        0.8)),
                List.of(finding(
                        "Lanseringen flyttas till vecka 12.",
                        at(said.get(0), "Vi bestämmer att flytta lanseringen till vecka 12."),
                        0.95,
                        Source.RULES)),
                List.of(action(
                        "Skicka ut den nya planen.",
                        "Göran",
                        LocalDate.of(2026, 3, 5),
                        "senast på torsdag",
                        at(said.get(1), "Jag skickar ut den nya planen senast på torsdag."),
                        Source.RULES)),
                List.of(),
                List.of(finding(
                        "Hinner vi med översättningen?",
                        at(said.get(2), "Hinner vi verkligen med översättningen?"),
                        0.6,
                        Source.RULES)));
        return new MeetingReport(
                new Transcript(
                        "avstämning.txt",
                        Optional.of("Avstämning lansering"),
                        Optional.of(LocalDate.of(2026, 3, 2)),
                        List.of(),
                        said),
                Language.SV,
                new Headline(
                        "1 beslut, 1 uppgift, 1 öppen fråga. Beslut: Lanseringen flyttas till vecka 12.",
                        List.of("A1", "D1"),
                        Source.RULES),
                plan(Optional.empty()),
                new AnalysisFramework(
                        List.of(topic("Lanseringen", 1, 3, List.of("vecka 12"), at(said.get(0), "lanseringen"))),
                        Set.of(),
                        List.of()),
                minutes,
                new Wishes(List.of(), List.of()),
                List.of(
                        spoke("Åsa Öberg", 1, 1900, 0.52),
                        spoke("Göran", 1, 1000, 0.28),
                        spoke(Utterance.UNKNOWN, 1, 720, 0.2)),
                new QualityReport(Verdict.GOOD, List.of(new Check("quotes_found", 4, 4)), List.of()));
    }

    static MeetingReport sparse() {
        return new MeetingReport(
                new Transcript(
                        "notes.txt",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(untimed(1, Utterance.UNKNOWN, "Hello? Can anybody hear me?"))),
                Language.EN,
                new Headline("Nothing was decided and nobody took anything on.", List.of(), Source.RULES),
                new MeetingPlan(List.of(), List.of(), new MeetingPlan.Estimate(0, 0, 0, "none", Optional.empty())),
                new AnalysisFramework(List.of(), Set.of(), List.of()),
                new Minutes(List.of(), List.of(), List.of(), List.of(), List.of()),
                new Wishes(List.of(), List.of()),
                List.of(),
                new QualityReport(Verdict.GOOD, List.of(), List.of()));
    }

    /** A text that tries to break out of a terminal, a Markdown cell, a page, a spreadsheet and a UTF-8 encoder at once. */
    static final String HOSTILE = "=cmd|' /C calc'!A0;=1+1 \u001B]0;pwn\u0007\u001B[31m\r\n# Heading\n- [ ] | a | `b` "
            + "![x](http://evil.example/x.png) [[note]] <script>alert(\"1\")</script><img src=x onerror=alert(1)> "
            + "\u202Eevil\u2066\u200B\u009B2J \uD83D &lt; www.evil.example $x$ **bold** \u0000end";

    static MeetingReport hostile() {
        Utterance said = new Utterance(1, Optional.of(Duration.ofSeconds(-5)), Optional.empty(), HOSTILE, HOSTILE);
        Evidence evidence = Evidence.of(said, HOSTILE);
        Finding finding = new Finding(HOSTILE, evidence, Double.NaN, Source.MODEL);
        return new MeetingReport(
                new Transcript(HOSTILE, Optional.of(HOSTILE), Optional.empty(), List.of(HOSTILE), List.of(said)),
                Language.EN,
                new Headline(HOSTILE, List.of(HOSTILE), Source.MODEL),
                plan(Optional.of(new BigDecimal("1E-7"))),
                new AnalysisFramework(
                        List.of(new Topic(HOSTILE, 1, 1, List.of(HOSTILE), evidence, 0.5, Source.MODEL)),
                        Set.of(),
                        List.of()),
                new Minutes(
                        List.of(new SummarySentence(HOSTILE, evidence, 0.5, Source.MODEL)),
                        List.of(finding),
                        List.of(new ActionItem(
                                HOSTILE,
                                Optional.of(HOSTILE),
                                Optional.empty(),
                                Optional.of(HOSTILE),
                                evidence,
                                0.5,
                                Source.MODEL)),
                        List.of(finding),
                        List.of(finding)),
                new Wishes(
                        List.of(new Requirement(HOSTILE, Priority.WONT, HOSTILE, 1, evidence, 0.5, Source.MODEL)),
                        List.of(new Feature(
                                HOSTILE,
                                Priority.COULD,
                                Double.POSITIVE_INFINITY,
                                List.of(HOSTILE),
                                1,
                                evidence,
                                0.5,
                                Source.MODEL))),
                List.of(new Participant(HOSTILE, 1, 1, Optional.empty(), 1)),
                new QualityReport(
                        Verdict.POOR,
                        List.of(new Check(HOSTILE, 0, 1)),
                        List.of(new Issue(HOSTILE, HOSTILE, Source.MODEL))));
    }

    private static Utterance said(int line, int second, String speaker, String text) {
        return new Utterance(
                line,
                Optional.of(Duration.ofSeconds(second)),
                Optional.of(Duration.ofSeconds(second + 20)),
                speaker,
                text);
    }

    private static Utterance untimed(int line, String speaker, String text) {
        return new Utterance(line, Optional.empty(), Optional.empty(), speaker, text);
    }

    private static Evidence at(Utterance utterance, String quote) {
        return Evidence.of(utterance, quote);
    }

    private static SummarySentence sentence(String text, Evidence evidence, double confidence) {
        return new SummarySentence(text, evidence, confidence, Source.RULES);
    }

    private static Finding finding(String text, Evidence evidence, double confidence, Source source) {
        return new Finding(text, evidence, confidence, source);
    }

    private static ActionItem action(
            String text, String owner, LocalDate due, String dueText, Evidence evidence, Source source) {
        return new ActionItem(
                text,
                Optional.ofNullable(owner),
                Optional.ofNullable(due),
                Optional.ofNullable(dueText),
                evidence,
                0.85,
                source);
    }

    private static Feature feature(String name, Priority priority, double score, int mentions, Evidence evidence) {
        return new Feature(name, priority, score, List.of(evidence.speaker()), mentions, evidence, 0.6, Source.RULES);
    }

    private static Topic topic(String title, int first, int last, List<String> phrases, Evidence evidence) {
        return new Topic(title, first, last, phrases, evidence, 0.7, Source.RULES);
    }

    private static Participant person(String name, int turns, int words, int seconds, double share) {
        return new Participant(name, turns, words, Optional.of(Duration.ofSeconds(seconds)), share);
    }

    private static Participant spoke(String name, int turns, int words, double share) {
        return new Participant(name, turns, words, Optional.empty(), share);
    }

    private static MeetingPlan plan(Optional<BigDecimal> cost) {
        return new MeetingPlan(
                List.of(new MeetingPlan.ChosenAnalysis(
                        Analysis.ACTION_ITEMS, "meetmind.implementation", "who does what by when", 1)),
                List.of(List.of("meetmind.architect"), List.of("meetmind.implementation", "meetmind.product_manager")),
                new MeetingPlan.Estimate(5, 6200, 3100, "gpt-4o-mini", cost));
    }

    /** Ten copies of the English meeting's action items, to have something long. */
    static MeetingReport lengthy() {
        MeetingReport report = english();
        List<ActionItem> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.addAll(report.minutes().actionItems());
        }
        Minutes minutes = report.minutes();
        return new MeetingReport(
                report.transcript(),
                report.language(),
                report.headline(),
                report.plan(),
                report.framework(),
                new Minutes(minutes.summary(), minutes.decisions(), many, minutes.risks(), minutes.openQuestions()),
                report.wishes(),
                report.participants(),
                report.quality());
    }
}
