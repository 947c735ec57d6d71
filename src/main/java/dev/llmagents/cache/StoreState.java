package dev.llmagents.cache;

import dev.llmagents.json.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which files the store consists of, as {@code CURRENT} says.
 *
 * @param generations immutable files, the oldest first; what is in a later one counts
 * @param journals numbers of the journals, the oldest first, at least one; the last takes what is appended, and what is in
 *     a journal counts before any generation
 */
record StoreState(List<GenerationFacts> generations, List<Long> journals) {
    static final StoreState FIRST = new StoreState(List.of(), List.of(1L));

    private static final String TITLE = "llm-agents cache 1";
    private static final String CHECK = "sha256 ";
    // A store has a few dozen files; a text that names more is no text of ours.
    private static final int MOST_LINES = 10_000;

    StoreState {
        generations = List.copyOf(generations);
        journals = List.copyOf(journals);
        if (journals.isEmpty()) {
            throw new IllegalArgumentException("a store has a journal");
        }
    }

    /**
     * What is known of a generation without opening it.
     *
     * @param bytes length of its file
     * @param crc CRC-32 of its file
     * @param oldest when the oldest of its answers was made
     * @param over when the time of the last of its answers is over
     */
    record GenerationFacts(long id, long bytes, int crc, long entries, Instant oldest, Instant over) {}

    /** The journal that takes what is appended. */
    long active() {
        return journals.get(journals.size() - 1);
    }

    /** Journals that take nothing any more. */
    List<Long> sealed() {
        return journals.subList(0, journals.size() - 1);
    }

    /** A number that no file of the store has. */
    long nextId() {
        long highest = active();
        for (long journal : journals) {
            highest = Math.max(highest, journal);
        }
        for (GenerationFacts generation : generations) {
            highest = Math.max(highest, generation.id());
        }
        return highest + 1;
    }

    /** The same store whose journals take nothing any more, with a new one that does. */
    StoreState rotated() {
        List<Long> more = new ArrayList<>(journals);
        more.add(nextId());
        return new StoreState(generations, more);
    }

    long generationBytes() {
        return generations.stream().mapToLong(GenerationFacts::bytes).sum();
    }

    String toText() {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        for (GenerationFacts facts : generations) {
            text.append("generation ")
                    .append(facts.id())
                    .append(' ')
                    .append(facts.bytes())
                    .append(' ')
                    .append(Integer.toUnsignedLong(facts.crc()))
                    .append(' ')
                    .append(facts.entries())
                    .append(' ')
                    .append(facts.oldest().toEpochMilli())
                    .append(' ')
                    .append(facts.over().toEpochMilli())
                    .append('\n');
        }
        for (long journal : journals) {
            text.append("journal ").append(journal).append('\n');
        }
        return text + CHECK + Sha256.of(text.toString()) + "\n";
    }

    /** Empty if the text is not whole. */
    static Optional<StoreState> ofText(String text) {
        int check = text.lastIndexOf(CHECK);
        if (check < 0 || !text.startsWith(TITLE + "\n")) {
            return Optional.empty();
        }
        String body = text.substring(0, check);
        if (!text.equals(body + CHECK + Sha256.of(body) + "\n")) {
            return Optional.empty();
        }
        List<GenerationFacts> generations = new ArrayList<>();
        List<Long> journals = new ArrayList<>();
        try {
            for (String line : body.lines().skip(1).limit(MOST_LINES).toList()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("generation") && words.length == 7) {
                    generations.add(new GenerationFacts(
                            Long.parseLong(words[1]),
                            Long.parseLong(words[2]),
                            (int) Long.parseLong(words[3]),
                            Long.parseLong(words[4]),
                            Instant.ofEpochMilli(Long.parseLong(words[5])),
                            Instant.ofEpochMilli(Long.parseLong(words[6]))));
                } else if (words[0].equals("journal") && words.length == 2) {
                    journals.add(Long.parseLong(words[1]));
                } else {
                    return Optional.empty();
                }
            }
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
        return journals.isEmpty() ? Optional.empty() : Optional.of(new StoreState(generations, journals));
    }
}
