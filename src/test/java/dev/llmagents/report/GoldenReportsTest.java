package dev.llmagents.report;

import dev.llmagents.report.MeetingFormats.Destination;
import dev.llmagents.team.meetmind.MeetingReport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole outputs of every format, letter by letter. */
final class GoldenReportsTest {
    @ParameterizedTest
    @EnumSource(MeetingFormats.class)
    void writes_a_full_english_report(MeetingFormats format) throws IOException {
        check("english", format, SampleFacts.withModel(), SampleReports.english());
    }

    @ParameterizedTest
    @EnumSource(MeetingFormats.class)
    void writes_a_swedish_meeting_in_swedish(MeetingFormats format) throws IOException {
        check("swedish", format, SampleFacts.kept(), SampleReports.swedish());
    }

    @ParameterizedTest
    @EnumSource(MeetingFormats.class)
    void writes_a_meeting_nothing_came_of(MeetingFormats format) throws IOException {
        check("sparse", format, SampleFacts.rulesAlone(), SampleReports.sparse());
    }

    @ParameterizedTest
    @EnumSource(MeetingFormats.class)
    void writes_hostile_text_without_harm(MeetingFormats format) throws IOException {
        check("hostile", format, SampleFacts.unpriced(), SampleReports.hostile());
    }

    @ParameterizedTest
    @EnumSource(MeetingFormats.class)
    void writes_several_meetings(MeetingFormats format) throws IOException {
        check(
                "several",
                format,
                SampleFacts.withModel(),
                SampleReports.english(),
                SampleReports.swedish(),
                SampleReports.sparse());
    }

    @ParameterizedTest
    @EnumSource(value = MeetingFormats.class, names = "TEXT")
    void writes_text_for_a_wide_terminal_in_colour(MeetingFormats format) throws IOException {
        String text = new MeetingText(200, true)
                .render(new MeetingReports(List.of(SampleReports.english())), SampleFacts.withModel());
        // Escape characters would make the file a binary one to many tools.
        Golden.check("english-colour-200." + format.label(), text.replace('\u001B', '␛'));
    }

    private static void check(String name, MeetingFormats format, RunFacts facts, MeetingReport... meetings)
            throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
        try {
            String output = format.renderer(Destination.PIPE).render(new MeetingReports(List.of(meetings)), facts);
            Golden.check(name + "." + format.label(), output);
        } finally {
            Locale.setDefault(before);
        }
    }
}
