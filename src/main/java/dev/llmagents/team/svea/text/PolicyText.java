package dev.llmagents.team.svea.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A running text to be judged: its passages and questions to all of them.
 *
 * @param lines the text's lines without their ends
 */
public record PolicyText(List<String> lines, List<Passage> passages) {
    public PolicyText {
        lines = List.copyOf(lines);
        passages = List.copyOf(passages);
    }

    public static PolicyText of(List<String> lines) {
        return new PolicyText(lines, Passages.of(lines));
    }

    /** Where a phrase stands. */
    public record Mention(Passage passage, PhraseBook.Hit hit) {
        public boolean isDenied() {
            return Negation.isNear(passage, hit);
        }

        public String quote() {
            return passage.quoteAt(hit.from());
        }
    }

    /** The first phrase of {@code list} in every passage that has one. */
    public List<Mention> mentions(PhraseBook book, String list) {
        List<Mention> mentions = new ArrayList<>();
        for (Passage passage : passages) {
            book.find(list, passage.folded()).ifPresent(hit -> mentions.add(new Mention(passage, hit)));
        }
        return mentions;
    }

    /** The first mention that is not denied. */
    public Optional<Mention> says(PhraseBook book, String list) {
        return mentions(book, list).stream()
                .filter(mention -> !mention.isDenied())
                .findFirst();
    }

    /** Whether a phrase of the list stands anywhere, denied or not. */
    public boolean holds(PhraseBook book, String list) {
        return passages.stream().anyMatch(passage -> book.isIn(list, passage.folded()));
    }
}
