package dev.llmagents.report.svea;

import dev.llmagents.team.svea.rule.Place;

/** Where a finding is, in words. */
final class FindingPlace {
    private FindingPlace() {}

    /** {@code bok.se rad 12 (A 7)}. */
    static String of(Place place, ComplianceWords words) {
        StringBuilder text = new StringBuilder(place.file());
        place.line().ifPresent(line -> text.append(' ')
                .append(words.say(ComplianceWords.Phrase.LINE))
                .append(' ')
                .append(line));
        place.subject().ifPresent(subject -> text.append(" (").append(subject).append(')'));
        return text.toString();
    }
}
