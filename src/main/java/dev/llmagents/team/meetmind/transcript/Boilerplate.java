package dev.llmagents.team.meetmind.transcript;

import java.util.Locale;
import java.util.Set;

/** Lines that meeting services write around the speech, and headings that people write. */
final class Boilerplate {
    private static final int LONGEST_NOTICE = 200;

    private static final String[] STARTS = {
        "meeting ended after", "transcribed by http", "transcribed by otter", "this editable transcript was",
        "this transcript was", "transcription ended", "transcript ended", "mötet avslutades efter",
        "det här redigerbara transkriptet", "people can also change the text after",
    };

    private static final String[] ENDS = {
        "started transcription", "stopped transcription", "started recording", "stopped recording",
        "startade transkription", "stoppade transkription", "startade transkriberingen", "stoppade transkriberingen",
        "startade inspelningen", "stoppade inspelningen", "joined the meeting", "left the meeting",
    };

    private static final Set<String> HEADINGS = Set.of(
            "transcript",
            "transkription",
            "transkribering",
            "utskrift",
            "attendees",
            "participants",
            "deltagare",
            "närvarande",
            "present",
            "agenda",
            "dagordning",
            "summary",
            "sammanfattning",
            "invited",
            "details");

    private Boilerplate() {}

    /** Whether {@code line} is a service's remark on the recording. */
    static boolean isNotice(String line) {
        if (line.length() > LONGEST_NOTICE) {
            return false;
        }
        String small = LabelledLine.withoutEmphasis(line).toLowerCase(Locale.ROOT);
        for (String start : STARTS) {
            if (small.startsWith(start)) {
                return true;
            }
        }
        for (String end : ENDS) {
            if (small.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code line} is one of the headings that stand alone in a transcript. */
    static boolean isHeading(String line) {
        if (line.length() > 40) {
            return false;
        }
        int end = line.length();
        int begin = 0;
        while (end > begin && !Character.isLetterOrDigit(line.charAt(end - 1))) {
            end--;
        }
        while (begin < end && !Character.isLetterOrDigit(line.charAt(begin))) {
            begin++;
        }
        return HEADINGS.contains(line.substring(begin, end).toLowerCase(Locale.ROOT));
    }
}
