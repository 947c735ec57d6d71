package dev.llmagents.privacy;

import dev.llmagents.ident.Identifier;
import dev.llmagents.ident.IdentifierKind;
import dev.llmagents.ident.Identifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Replaces the personal data of one request by marks and puts it back.
 *
 * <p>A value has the same mark in all texts that pass through one masker, numbered by first appearance. Spellings of one
 * value (with and without separators, in any case) share a mark; what is put back is a name as it was given and a number as
 * it stood first. Text that looks like a mark already is set aside and put back as it was. Masking takes time in proportion
 * to the text.
 *
 * <p>{@link #mask} is for one thread; once all is masked, {@link #restore} may be called from several.
 */
public final class PiiMasker {
    private final NameFinder names;
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final Map<PiiKind, Integer> counts = new EnumMap<>(PiiKind.class);
    private final Map<Mark, String> spellings = new HashMap<>();

    /** What a mark stands for, however it is spelled. */
    private record Value(PiiKind kind, String key) {}

    private record Span(int from, int to, Value value, int part, String spelling) {}

    /** @param sensitiveTerms names to mask beside what is found by its form */
    public PiiMasker(Collection<String> sensitiveTerms) {
        this.names = new NameFinder(new NameIndex(sensitiveTerms));
    }

    /** {@code text} with marks in place of personal data. */
    public String mask(String text) {
        return marked(text, spans(text));
    }

    /** Whether nothing in {@code text} is masked unless it is one of the sensitive terms. */
    static boolean holdsNamesAtMost(String text) {
        return new PiiMasker(List.of()).spans(text).isEmpty();
    }

    /** The same as {@link #mask} for a text that {@link #holdsNamesAtMost}. */
    String maskNames(String text) {
        List<Span> spans = new ArrayList<>();
        addNames(text, spans);
        return marked(text, spans);
    }

    private String marked(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int done = 0;
        for (Span span : spans) {
            masked.append(text, done, span.from()).append(mark(span));
            done = span.to();
        }
        return masked.append(text, done, text.length()).toString();
    }

    private Mark mark(Span span) {
        Integer known = numbers.get(span.value());
        if (known == null) {
            known = counts.merge(span.value().kind(), 1, Integer::sum);
            numbers.put(span.value(), known);
        }
        Mark mark = new Mark(span.value().kind(), known, span.part());
        spellings.putIfAbsent(mark, span.spelling());
        return mark;
    }

    /** What is to be replaced, in order and without overlap. */
    private List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        // Every mark has one or the other; most texts have neither.
        boolean mayHoldMarks = text.indexOf('[') >= 0 || text.indexOf('_') >= 0;
        for (int at = 0; mayHoldMarks && at < text.length(); at++) {
            Optional<MarkReader.Found> literal = MarkReader.at(text, at);
            if (literal.isPresent()) {
                String written =
                        text.substring(literal.get().from(), literal.get().to());
                spans.add(new Span(at, literal.get().to(), new Value(PiiKind.LITERAL, written), 0, written));
                at = literal.get().to() - 1;
            }
        }
        // Each search sees only what the ones before have left, so that none claims a piece of what another has.
        for (Identifier found : Identifiers.in(Spelling.plain(without(spans, text)))) {
            spans.add(span(found, text));
        }
        String left = Spelling.plain(without(spans, text));
        String unwrapped = Spelling.unwrapped(left);
        if (!unwrapped.equals(left)) {
            for (Identifier found : Identifiers.in(unwrapped)) {
                // A column of figures has one in every line.
                boolean wrapped = left.substring(found.from(), found.to())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        == 1;
                if (wrapped && isSureAcrossLines(found.kind())) {
                    spans.add(span(found, text));
                }
            }
        }
        addNames(text, spans);
        return spans;
    }

    private void addNames(String text, List<Span> spans) {
        names.find(without(spans, text), name -> {
            NameForm form = name.form();
            Value value = new Value(form.kind(), Integer.toString(form.owner()));
            spans.add(new Span(name.from(), name.to(), value, form.part(), form.spelling()));
        });
        spans.sort(Comparator.comparingInt(Span::from));
    }

    private static Span span(Identifier found, String text) {
        Value value = new Value(PiiKind.of(found.kind()), found.value());
        return new Span(found.from(), found.to(), value, 0, text.substring(found.from(), found.to()));
    }

    /** What has a form so narrow that the end of a line and the number of the next do not look like it. */
    private static boolean isSureAcrossLines(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL, IBAN, PAYMENT_CARD, PERSONNUMMER, SAMORDNINGSNUMMER -> true;
            case ORGANISATIONSNUMMER, BANKGIRO, PLUSGIRO, PHONE -> false;
        };
    }

    /** {@code text} with line ends in the place of {@code spans}, which nothing but a single one of is read across. */
    private static String without(List<Span> spans, String text) {
        if (spans.isEmpty()) {
            return text;
        }
        char[] left = text.toCharArray();
        for (Span span : spans) {
            Arrays.fill(left, span.from(), span.to(), '\n');
        }
        return new String(left);
    }

    /** {@code text} with the values in place of their marks; marks that were never given out stay. */
    public String restore(String text) {
        StringBuilder restored = new StringBuilder(text.length());
        restore(text, 0, text.length(), false, restored);
        return restored.toString();
    }

    /** As {@link #restore}, with each value written as inside a string of JSON. */
    public String restoreJson(String text) {
        StringBuilder restored = new StringBuilder(text.length());
        restore(text, 0, text.length(), true, restored);
        return restored.toString();
    }

    /** Appends {@code text} from {@code from} to {@code to}, restored; what lies around it is looked at but not written. */
    void restore(CharSequence text, int from, int to, boolean json, StringBuilder restored) {
        if (spellings.isEmpty()) {
            restored.append(text, from, to);
            return;
        }
        int at = from;
        while (at < to) {
            Optional<MarkReader.Found> found = MarkReader.at(text, at);
            String value = found.map(mark -> spellings.get(mark.mark())).orElse(null);
            if (value == null) {
                restored.append(text.charAt(at));
                at++;
            } else {
                restored.append(json ? escaped(value) : value);
                at = found.get().to();
            }
        }
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** What is put back for each mark, in order of the marks' names. */
    public SortedMap<String, String> spellings() {
        SortedMap<String, String> sorted = new TreeMap<>();
        spellings.forEach((mark, spelling) -> sorted.put(mark.toString(), spelling));
        return sorted;
    }

    /** How many different values of each kind were masked; without those that only looked like marks. */
    public Map<PiiKind, Integer> counts() {
        Map<PiiKind, Integer> personal = new EnumMap<>(counts);
        personal.remove(PiiKind.LITERAL);
        return personal;
    }
}
