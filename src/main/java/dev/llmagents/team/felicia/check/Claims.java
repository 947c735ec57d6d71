package dev.llmagents.team.felicia.check;

import dev.llmagents.team.felicia.Facts;
import dev.llmagents.team.felicia.Validation.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Binds the figures of a sentence to what it says they are: a figure beside "volatility" has to be a volatility, one beside
 * a symbol one of that symbol, one beside "benchmark" one of the benchmark, a limit only where a word speaks of limits. A
 * figure beside no known name is bound to nothing, so that a claim in other words can still be false. Immutable.
 */
final class Claims {
    private final Facts facts;
    private final Optional<Verdict> verdict;
    private final ClaimWords words = new ClaimWords();

    Claims(Facts facts, Optional<Verdict> verdict) {
        this.facts = facts;
        this.verdict = verdict;
    }

    /** The facts a figure that stands from {@code from} to {@code to} in a sentence may be. */
    Map<String, BigDecimal> of(String sentence, int from, int to) {
        int begin = clauseStart(sentence, from);
        int end = clauseEnd(sentence, to);
        String clause = sentence.substring(begin, end);
        Optional<String> topic = topic(sentence, begin, end, from, to);
        List<String> symbols = symbols(clause);
        boolean limits = words.has("limit", clause);
        boolean doubled = words.has("doubled", sentence);
        boolean loses = words.has("loss", clause) || isMinus(sentence, from);
        BiPredicate<String, BigDecimal> may = (name, value) -> (topic.isEmpty()
                        || words.isOf(topic.get(), name))
                && (limits || topic.isEmpty() || !isLimit(name))
                && isScope(name, sentence, clause)
                && (!doubled || topic.filter("return"::equals).isEmpty() || name.contains("doubledCosts"))
                && (doubled || !name.contains("doubledCosts"))
                && isOfSymbol(name, symbols, topic)
                && (!isReturn(name) || value.signum() == 0 || value.signum() < 0 == loses);
        Map<String, BigDecimal> allowed = new TreeMap<>();
        facts.numbers().forEach((name, value) -> {
            if (may.test(name, value)) {
                allowed.put(name, value);
            }
        });
        return allowed;
    }

    /** Whether a sentence speaks of the verdict as it is. Before there is one, none may be spoken of. */
    boolean agrees(String sentence) {
        boolean approves = says("approved", sentence);
        boolean rejects = says("rejected", sentence);
        if (verdict.isEmpty()) {
            return !words.has("approved", sentence) && !words.has("rejected", sentence);
        }
        boolean rejected = verdict.get() == Verdict.REJECTED;
        boolean spotless = verdict.get() == Verdict.APPROVED;
        return !(rejected ? approves : rejects) && (spotless || !words.has("spotless", sentence));
    }

    /** A sentence without the names that have a number word in them. */
    String bare(String sentence) {
        return words.without("doubled", sentence);
    }

    /** With "not" before it the word of a verdict means the other one. */
    private boolean says(String list, String sentence) {
        String other = list.equals("approved") ? "rejected" : "approved";
        return isSaid(list, sentence, false) || isSaid(other, sentence, true);
    }

    private boolean isSaid(String list, String sentence, boolean negated) {
        Optional<Integer> at = words.first(list, sentence);
        return at.isPresent() && words.has("not", sentence.substring(Math.max(0, at.get() - 12), at.get())) == negated;
    }

    private Optional<String> topic(String sentence, int begin, int end, int from, int to) {
        List<ClaimWords.Mention> mentions = words.mentions(sentence);
        Optional<String> beside = Optional.empty();
        Optional<String> before = Optional.empty();
        Optional<String> after = Optional.empty();
        Optional<String> earlier = Optional.empty();
        for (ClaimWords.Mention mention : mentions) {
            boolean inside = mention.from() >= begin && mention.to() <= end;
            if (mention.from() >= to) {
                String between = sentence.substring(to, mention.from());
                boolean adjacent = between.replaceAll("(?:%|percent|per cent|procent)", "").isBlank();
                beside = adjacent && inside ? Optional.of(mention.topic()) : beside;
                after = inside && after.isEmpty() ? Optional.of(mention.topic()) : after;
            } else if (mention.to() <= from) {
                before = inside ? Optional.of(mention.topic()) : before;
                earlier = Optional.of(mention.topic());
            }
        }
        return List.of(beside, before, after, earlier).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private int clauseStart(String sentence, int from) {
        int start = 0;
        for (int[] joint : joints(sentence)) {
            start = joint[1] <= from ? joint[1] : start;
        }
        return start;
    }

    private int clauseEnd(String sentence, int to) {
        return joints(sentence).stream()
                .filter(joint -> joint[0] >= to)
                .mapToInt(joint -> joint[0])
                .findFirst()
                .orElse(sentence.length());
    }

    /** Where clauses meet: at a comma, a semicolon, a colon or a joining word; commas between digits are decimal. */
    private List<int[]> joints(String sentence) {
        List<int[]> joints = new ArrayList<>();
        int wordStart = 0;
        for (int at = 0; at <= sentence.length(); at++) {
            char letter = at < sentence.length() ? sentence.charAt(at) : ' ';
            if (Character.isLetter(letter)) {
                continue;
            }
            if (at > wordStart && words.has("joint", sentence.substring(wordStart, at))) {
                joints.add(new int[] {wordStart, at});
            }
            boolean decimal = at + 1 < sentence.length() && Character.isDigit(sentence.charAt(at + 1));
            if (letter == ';' || letter == ':' || letter == ',' && !decimal) {
                joints.add(new int[] {at, at + 1});
            }
            wordStart = at + 1;
        }
        return joints;
    }

    private List<String> symbols(String clause) {
        List<String> found = new ArrayList<>();
        for (String symbol : facts.symbols()) {
            int at = clause.indexOf(symbol);
            boolean begins = at == 0 || at > 0 && !Character.isLetterOrDigit(clause.charAt(at - 1));
            int end = at + symbol.length();
            if (begins && (end == clause.length() || !Character.isLetterOrDigit(clause.charAt(end)))) {
                found.add(symbol);
            }
        }
        return found;
    }

    /** Beside symbols a figure by symbol has to be one of theirs, and a weight is no one else's. */
    private boolean isOfSymbol(String name, List<String> symbols, Optional<String> topic) {
        if (symbols.isEmpty()) {
            return true;
        }
        boolean bySymbol = facts.symbols().stream().anyMatch(symbol -> name.endsWith("." + symbol));
        if (bySymbol) {
            return symbols.stream().anyMatch(symbol -> name.endsWith("." + symbol));
        }
        return topic.filter("weight"::equals).isEmpty() || isLimit(name);
    }

    private boolean isScope(String name, String sentence, String clause) {
        boolean ofBenchmark = name.startsWith("benchmark.");
        if (words.has("benchmark", clause)) {
            return ofBenchmark || !words.has("benchmark", sentence) || !hasBenchmark(name);
        }
        return !ofBenchmark || words.has("benchmark", sentence) && !words.has("own", clause);
    }

    /** Whether the benchmark has a figure of this kind too. */
    private boolean hasBenchmark(String name) {
        return facts.numbers().containsKey("benchmark" + name.substring(Math.max(0, name.lastIndexOf('.'))));
    }

    private static boolean isLimit(String name) {
        return name.startsWith("limit.") || name.startsWith("statement.");
    }

    private static boolean isReturn(String name) {
        return name.endsWith(".totalReturn") || name.endsWith(".cagr");
    }

    private static boolean isMinus(String sentence, int from) {
        char before = from > 0 ? sentence.charAt(from - 1) : ' ';
        return before == '-' || before == '\u2212' || before == '\u2013';
    }
}
