package dev.llmagents.team.felicia.mission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.document.TextDecoder;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.json.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads mission files: YAML, JSON, or Markdown with a head of YAML whose text is the statement. Safe for threads.
 *
 * <p>Strict: an unknown key, a value of the wrong type or out of bounds, a missing required key are all reported with line
 * and key, all of a file at once.
 */
public final class Missions {
    /** A mission is written by hand: a megabyte is a mistake or an attack. */
    static final int MOST_CHARACTERS = 1 << 20;

    private Missions() {}

    /**
     * Reads a mission.
     *
     * @param name of the file, for messages
     * @throws UnreadableInputException if {@code bytes} are no text
     * @throws MissionException if the text is no mission
     */
    public static Mission read(byte[] bytes, String name) throws UnreadableInputException, MissionException {
        String text = TextDecoder.decode(name, bytes).text();
        if (text.length() > MOST_CHARACTERS) {
            throw problem(name, 1, "a mission has at most " + MOST_CHARACTERS + " characters: split it.");
        }
        KeyReader reader = new KeyReader(MissionKeys.load());
        Values root = reader.root(nodes(text, name));
        if (reader.problems().isEmpty()) {
            MissionConsistency.check(root, reader);
        }
        if (!reader.problems().isEmpty()) {
            throw new MissionException(name, reader.problems());
        }
        return MissionBuilder.mission(name, Sha256.of(bytes), root, reader.origins());
    }

    /** The JSON Schema (draft 2020-12) of a mission. */
    public static JsonNode schema() {
        return MissionSchema.of(MissionKeys.load());
    }

    /**
     * Makes sure that the files are there which a mission names.
     *
     * @param exists whether a file is there, given as the mission writes it
     * @throws MissionException if one is not, with its line and key
     */
    public static void demandFiles(Mission mission, Predicate<String> exists) throws MissionException {
        List<MissionProblem> missing = new ArrayList<>();
        for (Mission.NamedFile named : mission.files()) {
            if (!exists.test(named.file())) {
                missing.add(new MissionProblem(
                        named.line(),
                        named.key(),
                        "'" + named.key() + "' names " + ScalarReader.shown(named.file())
                                + ", which does not exist; paths are seen from the folder of the mission."));
            }
        }
        if (!missing.isEmpty()) {
            throw new MissionException(mission.name(), missing);
        }
    }

    private static Node nodes(String text, String name) throws MissionException {
        try {
            Optional<FrontMatter> markdown = FrontMatter.of(text);
            if (markdown.isPresent()) {
                return withStatement(markdown.get());
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".md") || lower.endsWith(".markdown")) {
                throw new SyntaxProblem(1, "a mission in Markdown begins with YAML between two lines of ---.");
            }
            if (text.stripLeading().startsWith("{")) {
                return JsonNodes.read(text);
            }
            return YamlNodes.read(text, 0).orElseThrow(() -> new SyntaxProblem(1, "there is nothing in it."));
        } catch (SyntaxProblem e) {
            throw problem(name, e.line(), e.getMessage());
        }
    }

    private static Node withStatement(FrontMatter markdown) throws SyntaxProblem {
        Node head = YamlNodes.read(markdown.head(), 1)
                .orElseThrow(() -> new SyntaxProblem(2, "there is nothing between the two lines of ---."));
        if (markdown.text().isEmpty() || !(head instanceof Node.Section section)) {
            return head;
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : section.entries()) {
            entries.add(entry.key().equals("mission") ? withStatement(entry, markdown) : entry);
        }
        return new Node.Section(section.line(), entries);
    }

    private static Node.Entry withStatement(Node.Entry mission, FrontMatter markdown) throws SyntaxProblem {
        if (!(mission.value() instanceof Node.Section section)) {
            return mission;
        }
        List<Node.Entry> entries = new ArrayList<>(section.entries());
        for (Node.Entry entry : entries) {
            if (entry.key().equals("statement")) {
                throw new SyntaxProblem(
                        entry.line(),
                        "'mission.statement' stands here and as text below the second ---: keep one of them.");
            }
        }
        Node.Scalar text = new Node.Scalar(markdown.textLine(), markdown.text(), true);
        entries.add(new Node.Entry(markdown.textLine(), "statement", text));
        return new Node.Entry(mission.line(), mission.key(), new Node.Section(section.line(), entries));
    }

    private static MissionException problem(String name, int line, String message) {
        return new MissionException(name, List.of(new MissionProblem(line, "", message)));
    }
}
