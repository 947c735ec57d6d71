package dev.llmagents.team.felicia.mission;

import dev.llmagents.team.felicia.mission.StatementFacts.Contradiction;
import dev.llmagents.team.felicia.mission.StatementFacts.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads facts out of a statement in Swedish or English, by the words of {@code statement-words.txt}. What it does not
 * understand it leaves out. Takes time in proportion to the length of the text. Immutable.
 */
public final class StatementReader {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}]+|[0-9]{1,9}(?:[.,][0-9]{1,4})?|%|[.!?;\\n]");
    private static final int NEGATION_REACH = 3;
    private static final int SUBJECT_REACH = 6;
    private static final List<String> SUBJECTS = List.of("drawdown", "return", "volatility", "position");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Phrases phrases = Phrases.read(StatementReader.class, "statement-words.txt");

    private record Found(String subject, BigDecimal number, String quote) {}

    /** One statement on the desk: its tokens, and where they stand in it. */
    private static final class Text {
        private final String text;
        private final List<String> words = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();

        Text(String text) {
            this.text = text;
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                words.add(matcher.group().toLowerCase(Locale.ROOT));
                starts.add(matcher.start());
                ends.add(matcher.end());
            }
        }

        /** @param to the last token that belongs to it */
        String quote(int from, int to) {
            return text.substring(starts.get(Math.min(from, to)), ends.get(Math.max(from, to)));
        }

        boolean endsSentence(int at) {
            return ".!?;\n".contains(words.get(at));
        }
    }

    public StatementFacts read(String statement) {
        Text text = new Text(statement);
        List<Stated<RiskProfile>> signals = profiles(text);
        List<Found> found = percentages(text);
        List<Contradiction> contradictions = new ArrayList<>();
        List<Stated<Integer>> horizons = horizons(text);
        return new StatementFacts(
                signals.stream().min(Comparator.comparing(Stated::value)),
                signals,
                single("drawdown", "risk.max_drawdown", found, contradictions),
                single("return", "mission.statement", found, contradictions),
                single("volatility", "mission.statement", found, contradictions),
                single("position", "risk.max_position", found, contradictions),
                agreed(horizons, "mission.horizon_months", contradictions),
                List.copyOf(contradictions));
    }

    private List<Stated<RiskProfile>> profiles(Text text) {
        List<Stated<RiskProfile>> signals = new ArrayList<>();
        int at = 0;
        while (at < text.words.size()) {
            int length = 0;
            RiskProfile profile = RiskProfile.BALANCED;
            for (RiskProfile candidate : RiskProfile.values()) {
                int matched = phrases.match(candidate.label(), text.words, at);
                if (matched > length) {
                    length = matched;
                    profile = candidate;
                }
            }
            if (length > 0 && !negated(text, at)) {
                signals.add(new Stated<>(profile, text.quote(at, at + length - 1)));
            }
            at += Math.max(1, length);
        }
        return signals;
    }

    private boolean negated(Text text, int at) {
        for (int i = at - 1; i >= Math.max(0, at - NEGATION_REACH) && !text.endsSentence(i); i--) {
            if (phrases.match("not", text.words, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Every percentage with the word nearest to it that tells what it is about. */
    private List<Found> percentages(Text text) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i + 1 < text.words.size(); i++) {
            String unit = text.words.get(i + 1);
            boolean percent = unit.equals("%")
                    || unit.equals("procent")
                    || unit.equals("percent")
                    || (unit.equals("per")
                            && i + 2 < text.words.size()
                            && text.words.get(i + 2).equals("cent"));
            Optional<BigDecimal> number = percent ? number(text.words.get(i)) : Optional.empty();
            if (number.isPresent()) {
                subject(text, i, number.get()).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Found> subject(Text text, int at, BigDecimal percent) {
        boolean before = true;
        boolean after = true;
        for (int distance = 1; distance <= SUBJECT_REACH; distance++) {
            int next = at + 1 + distance;
            after = after && next < text.words.size() && !text.endsSentence(next) && !beginsNextNumber(text, next);
            int previous = at - distance;
            before = before
                    && previous >= 0
                    && !text.endsSentence(previous)
                    && !text.words.get(previous).equals("%");
            for (String subject : SUBJECTS) {
                if (after && phrases.match(subject, text.words, next) > 0) {
                    return Optional.of(new Found(subject, percent.divide(HUNDRED), text.quote(at, next)));
                }
            }
            for (String subject : SUBJECTS) {
                if (before && phrases.match(subject, text.words, previous) > 0) {
                    return Optional.of(new Found(subject, percent.divide(HUNDRED), text.quote(previous, at + 1)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean beginsNextNumber(Text text, int at) {
        return Character.isDigit(text.words.get(at).charAt(0));
    }

    private Optional<BigDecimal> number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Optional.of(new BigDecimal(word.replace(',', '.')));
        }
        return phrases.names().stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .filter(name -> phrases.match(name, List.of(word), 0) == 1)
                .findFirst()
                .map(BigDecimal::new);
    }

    private List<Stated<Integer>> horizons(Text text) {
        List<Stated<Integer>> horizons = new ArrayList<>();
        for (int i = 0; i + 1 < text.words.size(); i++) {
            int months = monthsIn(text, i + 1);
            Optional<BigDecimal> number = months == 0 ? Optional.empty() : number(text.words.get(i));
            if (number.isEmpty() || past(text, i)) {
                continue;
            }
            BigDecimal total = number.get().multiply(BigDecimal.valueOf(months)).stripTrailingZeros();
            if (total.scale() <= 0 && total.signum() > 0 && total.compareTo(BigDecimal.valueOf(600)) <= 0) {
                horizons.add(new Stated<>(total.intValueExact(), text.quote(i, i + 1)));
            }
        }
        return horizons;
    }

    private int monthsIn(Text text, int at) {
        if (phrases.match("month", text.words, at) > 0) {
            return 1;
        }
        if (phrases.match("quarter", text.words, at) > 0) {
            return 3;
        }
        return phrases.match("year", text.words, at) > 0 ? 12 : 0;
    }

    /** Whether a stretch of time is spoken of that has passed: "de senaste 5 åren", "5 years ago". */
    private boolean past(Text text, int at) {
        for (int i = Math.max(0, at - 2); i < Math.min(text.words.size(), at + 4); i++) {
            if (phrases.match("past", text.words, i) > 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Stated<BigDecimal>> single(
            String subject, String key, List<Found> found, List<Contradiction> contradictions) {
        List<Stated<BigDecimal>> stated = found.stream()
                .filter(fact -> fact.subject().equals(subject))
                .map(fact -> new Stated<>(fact.number(), fact.quote()))
                .toList();
        return agreed(stated, key, contradictions);
    }

    private static <T extends Comparable<T>> Optional<Stated<T>> agreed(
            List<Stated<T>> stated, String key, List<Contradiction> contradictions) {
        for (Stated<T> other : stated) {
            Stated<T> first = stated.get(0);
            if (other.value().compareTo(first.value()) != 0) {
                contradictions.add(new Contradiction(
                        key,
                        first.value().toString(),
                        other.value().toString(),
                        first.quote() + " / " + other.quote()));
                return Optional.empty();
            }
        }
        return stated.stream().findFirst();
    }
}
