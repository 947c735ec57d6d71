package dev.llmagents.cli.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the passage a quote comes from. Letters have to agree; blanks, case, kinds of quotation marks and dashes and what stands
 * around the quote need not. A number in the sentence has to stand in the passage or in the question.
 */
final class QuoteCheck {
    private static final int SHORTEST = 6;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");

    private final List<Passage> passages;
    private final List<String> texts = new ArrayList<>();
    private final String question;

    QuoteCheck(List<Passage> passages, String question) {
        this.passages = List.copyOf(passages);
        this.question = question;
        passages.forEach(passage -> texts.add(plain(passage.text())));
    }

    /** The passage that holds the claim's quote and its numbers; empty if there is none. */
    Optional<Passage> source(SentenceStream.Claim claim) {
        String wanted = plain(claim.quote());
        if (claim.text().isEmpty() || wanted.length() < SHORTEST) {
            return Optional.empty();
        }
        for (int at = 0; at < texts.size(); at++) {
            if (texts.get(at).contains(wanted) && hasNumbers(claim.text(), passages.get(at))) {
                return Optional.of(passages.get(at));
            }
        }
        return Optional.empty();
    }

    private boolean hasNumbers(String sentence, Passage passage) {
        String known = passage.where() + " " + passage.text() + " " + question;
        Matcher numbers = NUMBER.matcher(sentence);
        while (numbers.find()) {
            if (!known.contains(numbers.group())) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\u2018\\u2019\\u201B\\u2032]", "'")
                .replaceAll("[\\u201C\\u201D\\u201E\\u00AB\\u00BB]", "\"")
                .replaceAll("[\\u2010-\\u2015]", "-")
                .replaceAll("\\s+", " ")
                .replaceAll("^[\\s\"'.…]+|[\\s\"'.…]+$", "");
    }
}
