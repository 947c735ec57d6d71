package dev.llmagents.team.meetmind.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Tells English from Swedish by the small words every sentence needs and by the letters å, ä and ö.
 *
 * <p>Words that both languages write alike (<i>is</i> is ice, <i>in</i> is in, <i>for</i> is went) are in neither list.
 * Where nothing speaks for Swedish the answer is English. Immutable, thread-safe; the same text gives the same answer.
 */
public final class LanguageDetector {
    private static final String ENGLISH =
            "the a and of to that it's i'm we're don't you we they he she this with from are"
                    + " was were be been have has had will would can could should what when where who why how not no yes okay yeah"
                    + " or but if because about there their our your my it its which than then just so very need think know"
                    + " going let's at by as on is thanks please tomorrow monday tuesday wednesday thursday friday today by";

    private static final String SWEDISH =
            "och att det är som på en ett jag vi du ni han hon den de inte med av till från"
                    + " har hade ska skulle kan kunde vill måste var vad när där hur varför vem eller men om så också här nu"
                    + " ja nej okej mycket alla något någon några vår våra min mitt mina din ditt dina sig oss er dem hej tack"
                    + " bra då blir gör fixar tar senast imorgon morgon idag måndag tisdag onsdag torsdag fredag vecka möte"
                    + " mötet fråga beslut beslutar ju väl nog bara lite sen sedan innan efter över under hos utan";

    /** What one letter å, ä or ö is worth in small words: English has it in names alone. */
    private static final double LETTER_WEIGHT = 0.5;

    /** Names with such letters must not turn an English meeting Swedish: so many are free for each hundred words. */
    private static final double FREE_LETTERS_PER_WORD = 0.02;

    /** A meeting does not change its language after so many words often enough to read them all. */
    private static final int ENOUGH_WORDS = 2000;

    private final Map<String, Language> words = new HashMap<>();

    public LanguageDetector() {
        add(ENGLISH, Language.EN);
        add(SWEDISH, Language.SV);
    }

    private void add(String list, Language language) {
        StringTokenizer tokens = new StringTokenizer(list);
        while (tokens.hasMoreTokens()) {
            words.put(tokens.nextToken(), language);
        }
    }

    /** The language that most of {@code texts} is in, taken together; the first 2,000 words decide. */
    public Language detect(Iterable<String> texts) {
        double english = 0;
        double swedish = 0;
        int letters = 0;
        int all = 0;
        for (String text : texts) {
            if (all >= ENOUGH_WORDS) {
                break;
            }
            int at = 0;
            while (at < text.length()) {
                int begin = at;
                while (at < text.length() && isWordLetter(text.charAt(at))) {
                    letters += "åäöÅÄÖ".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
                    at++;
                }
                if (at > begin) {
                    all++;
                    Language language = at - begin > 12 ? null : words.get(lower(text, begin, at));
                    english += language == Language.EN ? 1 : 0;
                    swedish += language == Language.SV ? 1 : 0;
                } else {
                    at++;
                }
            }
        }
        swedish += LETTER_WEIGHT * Math.max(0, letters - all * FREE_LETTERS_PER_WORD - (english > 0 ? 1 : 0));
        return swedish > english ? Language.SV : Language.EN;
    }

    /** The language of {@code text}. */
    public Language detect(String text) {
        return detect(List.of(text));
    }

    private static boolean isWordLetter(char letter) {
        return Character.isLetter(letter) || letter == '\'' || letter == '’';
    }

    private static String lower(String text, int begin, int end) {
        return text.substring(begin, end).replace('’', '\'').toLowerCase(Locale.ROOT);
    }
}
