package dev.llmagents.cli.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What may stand in a place of a command line.
 *
 * @param words the choices; empty unless they are words
 */
record Filling(Kind kind, List<String> words) {
    /** What kind of thing. */
    enum Kind {
        WORDS,
        FILE,
        FOLDER,
        ANYTHING
    }

    static Filling of(ArgSpec place) {
        if (place.completionCandidates() != null) {
            boolean isEnum = place.auxiliaryTypes()[0].isEnum();
            List<String> words = new ArrayList<>();
            // Capitals are accepted as well, and nobody types them.
            place.completionCandidates().forEach(word -> words.add(isEnum ? word.toLowerCase(Locale.ROOT) : word));
            return new Filling(Kind.WORDS, List.copyOf(words));
        }
        if (place.paramLabel().equals("DIR")) {
            return new Filling(Kind.FOLDER, List.of());
        }
        boolean isOperandFile =
                place.isPositional() && List.of("FILE", "MISSION", "WORKFLOW").contains(place.paramLabel());
        boolean isFile = place.auxiliaryTypes()[0] == Path.class || isOperandFile;
        return new Filling(isFile ? Kind.FILE : Kind.ANYTHING, List.of());
    }
}
