package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All cues of a language, found in one pass over a sentence. Unchanged once read. */
final class CueBook {
    private record Phrase(Cue cue, String[] words) {}

    /** The phrases by their first word and, if they have one, their second. */
    private final Map<String, Map<String, List<Phrase>>> byFirstWords = new HashMap<>();

    private CueBook() {}

    static CueBook of(Language language) {
        String name = "cues_" + language.code() + ".txt";
        CueBook book = new CueBook();
        try (InputStream bytes = CueBook.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("no resource " + name);
            }
            BufferedReader rows = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            Cue section = Cue.COMMIT;
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                if (row.startsWith("[")) {
                    section = Cue.valueOf(row.substring(1, row.indexOf(']')));
                } else if (!row.isBlank() && row.charAt(0) != '#') {
                    book.add(section, row);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return book;
    }

    private void add(Cue section, String row) {
        for (String phrase : row.split(",")) {
            String[] words = phrase.strip().split(" ");
            byFirstWords
                    .computeIfAbsent(words[0], any -> new HashMap<>())
                    .computeIfAbsent(words.length > 1 ? words[1] : "", any -> new ArrayList<>())
                    .add(new Phrase(section, words));
        }
    }

    /** The cues of a sentence by place; where two of one kind begin together only the longer counts. */
    List<CueHit> hits(List<SpokenWord> words) {
        List<CueHit> hits = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Map<String, List<Phrase>> phrases = byFirstWords.get(words.get(at).lower());
            if (phrases == null) {
                continue;
            }
            int before = hits.size();
            // The longer phrases first: who reads the hits in order takes "you're going to" before "you're".
            if (at + 1 < words.size()) {
                addStanding(phrases.get(words.get(at + 1).lower()), words, at, hits, before);
            }
            addStanding(phrases.get(""), words, at, hits, before);
        }
        return hits;
    }

    private static void addStanding(
            List<Phrase> phrases, List<SpokenWord> words, int at, List<CueHit> hits, int before) {
        if (phrases == null) {
            return;
        }
        for (Phrase phrase : phrases) {
            if (stands(phrase.words(), words, at)) {
                keepLonger(hits, before, new CueHit(phrase.cue(), at, at + phrase.words().length));
            }
        }
    }

    private static void keepLonger(List<CueHit> hits, int from, CueHit found) {
        for (int i = from; i < hits.size(); i++) {
            if (hits.get(i).cue() == found.cue()) {
                if (found.end() > hits.get(i).end()) {
                    hits.set(i, found);
                }
                return;
            }
        }
        hits.add(found);
    }

    private static boolean stands(String[] phrase, List<SpokenWord> words, int at) {
        if (at + phrase.length > words.size()) {
            return false;
        }
        for (int i = 1; i < phrase.length; i++) {
            if (!words.get(at + i).lower().equals(phrase[i])
                    || words.get(at + i - 1).mark() == '.') {
                return false;
            }
        }
        return true;
    }
}
