package dev.llmagents.team.svea.gdpr;

import dev.llmagents.team.svea.text.PhraseBook;
import java.util.Optional;

/** Tells which part of a record a heading or key announces. Immutable. */
final class Headings {
    private static final int LONGEST = 120;

    private final PhraseBook book = PhraseBook.read(Headings.class, "register-headings.txt");

    Optional<RecordPart> partOf(String heading) {
        if (heading.isBlank() || heading.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = PhraseBook.fold(heading.replace('_', ' ').replace("*", ""));
        for (RecordPart part : RecordPart.values()) {
            if (book.isIn(part.list(), folded)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
