package dev.llmagents.cli;

import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.app.FeliciaRun;
import dev.llmagents.app.InputLines;
import dev.llmagents.app.Inputs;
import dev.llmagents.app.SveaRun;
import dev.llmagents.app.WorkflowRun;
import dev.llmagents.cli.repl.LastReport;
import dev.llmagents.cli.repl.Passage;
import dev.llmagents.report.MeetingFormats;
import dev.llmagents.report.MeetingReports;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.felicia.TradeFormats;
import dev.llmagents.report.flow.FlowFormats;
import dev.llmagents.report.ledger.LedgerFormats;
import dev.llmagents.report.svea.ComplianceFormats;
import dev.llmagents.report.svea.ComplianceWords;
import dev.llmagents.report.svea.JudgedReport;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The reports of the teams as a session keeps them. */
final class SessionReports {
    private static final int COLUMNS = 100;

    private SessionReports() {}

    static LastReport meetings(MeetingReports reports, RunFacts facts) {
        return new LastReport(
                facts,
                label -> MeetingFormats.named(label)
                        .map(format -> format.renderer(MeetingFormats.Destination.PIPE).render(reports, facts)),
                () -> utterances(reports),
                () -> names(reports));
    }

    static LastReport ledger(Ledger ledger, List<MeetingReport> meetings, RunFacts facts) {
        MeetingReports reports = new MeetingReports(meetings);
        return new LastReport(
                facts,
                label -> MeetingFormats.named(label).map(format -> LedgerFormats.renderer(
                                format, MeetingFormats.Destination.PIPE)
                        .render(ledger, facts)),
                () -> utterances(reports),
                () -> names(reports));
    }

    private static List<String> names(MeetingReports reports) {
        return reports.meetings().stream()
                .flatMap(meeting -> meeting.names().stream())
                .distinct()
                .toList();
    }

    private static List<Passage> utterances(MeetingReports reports) {
        List<Passage> passages = new ArrayList<>();
        for (MeetingReport meeting : reports.meetings()) {
            String file = reports.isSingle() ? "" : meeting.transcript().name() + ", ";
            for (Utterance utterance : meeting.transcript().utterances()) {
                passages.add(new Passage(
                        file + "line " + utterance.line()
                                + (utterance.hasKnownSpeaker() ? ", " + utterance.speaker() : "")
                                + utterance.start().map(SessionReports::clock).orElse(""),
                        utterance.text()));
            }
        }
        return passages;
    }

    private static String clock(Duration start) {
        return String.format(
                Locale.ROOT, ", %02d:%02d:%02d", start.toHours(), start.toMinutesPart(), start.toSecondsPart());
    }

    static LastReport svea(
            JudgedReport report, ComplianceWords words, RunFacts facts, List<String> files, List<String> names) {
        List<String> read = List.copyOf(files);
        return new LastReport(
                facts,
                label -> Arrays.stream(ComplianceFormats.values())
                        .filter(format -> format.label().equals(label))
                        .findFirst()
                        .map(format -> format.renderer(words, COLUMNS, false, true).render(report, facts)),
                () -> lines(read, SveaRun.DOCUMENTS),
                () -> names);
    }

    static LastReport felicia(FeliciaTeam.Result result, RunFacts facts, String mission) {
        return new LastReport(
                facts,
                label -> Arrays.stream(TradeFormats.values())
                        .filter(format -> format.label().equals(label))
                        .findFirst()
                        .map(format -> format.render(result, facts)),
                () -> lines(List.of(mission), FeliciaRun.MISSIONS),
                () -> result.report().felicia().names());
    }

    static LastReport bank(FeliciaTeam.BankResult result, RunFacts facts, String mission) {
        return new LastReport(
                facts,
                label -> Arrays.stream(TradeFormats.values())
                        .filter(format -> format != TradeFormats.HTML && format.label().equals(label))
                        .findFirst()
                        .map(format -> format.render(result, facts)),
                () -> lines(List.of(mission), FeliciaRun.MISSIONS),
                () -> result.felicia().names());
    }

    static LastReport workflow(FlowRun.Result result, RunFacts facts, List<String> files) {
        List<String> read = List.copyOf(files);
        return new LastReport(
                facts,
                label -> Arrays.stream(FlowFormats.values())
                        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(label))
                        .findFirst()
                        .map(format -> format.renderer(COLUMNS, false, true).render(result, facts)),
                () -> lines(read, WorkflowRun.TEXTS),
                () -> result.plan().mask());
    }

    private static List<Passage> lines(List<String> files, Inputs.Kind kind) {
        return InputLines.of(files, kind).stream()
                .map(line -> new Passage(line.file() + ", line " + line.number(), line.text()))
                .toList();
    }
}
