package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.Locale;
import java.util.Set;

/** Words of a speaker's label that name an office, a task or a courtesy and no person. */
public final class RoleWords {
    static final Set<String> TITLES = WordList.read(RoleWords.class, "titles.txt");
    static final Set<String> ROLES = WordList.read(RoleWords.class, "roles.txt");

    private RoleWords() {}

    /** Whether {@code word}, in any case, names no person. */
    public static boolean contains(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return TITLES.contains(lower) || ROLES.contains(lower);
    }
}
