package dev.llmagents.prompt;

import dev.llmagents.json.NearName;
import dev.llmagents.prompt.LintFinding.Severity;
import dev.llmagents.prompt.TemplateTags.Tag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Looks at a template without rendering it: at the helpers, variables and partials it names, and at whether text of others
 * stands inside of the fence. For one template and one thread.
 */
final class TemplateLint {
    private static final Set<String> BLOCKS =
            new TreeSet<>(Set.of("if", "unless", "each", "with", "ifEquals", "unlessEquals"));
    private static final Set<String> INSERTIONS = new TreeSet<>(Set.of("role", "history", "json", "data", "lookup"));
    private static final Set<String> ALL = new TreeSet<>();
    private static final Set<String> NO_TEXT = Set.of("media", "section");
    private static final Pattern LITERAL =
            Pattern.compile("[\"'].*|-?[0-9.]+|true|false|null|undefined|this|\\.|@.*|[()]|as|\\|.*");

    static {
        ALL.addAll(BLOCKS);
        ALL.addAll(INSERTIONS);
    }

    private final String file;
    private final Variables variables;
    private final Set<String> partials;
    private final Consumer<LintFinding> findings;
    private final Set<String> used = new HashSet<>();
    private final Deque<Block> open = new ArrayDeque<>();

    /**
     * What a template may name.
     *
     * @param known all of them; empty if they are not known
     * @param trusted those that hold no text of others
     */
    record Variables(Set<String> known, Set<String> trusted) {}

    private record Block(boolean isExamples, boolean isOwnScope, boolean isTrusted) {}

    TemplateLint(String file, Variables variables, Set<String> partials, Consumer<LintFinding> findings) {
        this.file = file;
        this.variables = variables;
        this.partials = partials;
        this.findings = findings;
    }

    /** The variables that were named. */
    Set<String> used() {
        return used;
    }

    void run(String template, int firstLine) {
        for (Tag tag : TemplateTags.of(template, firstLine)) {
            switch (tag.kind()) {
                case OPEN -> opened(tag);
                case INVERSE -> inverse(tag);
                case CLOSE -> open.poll();
                case PARTIAL -> partial(tag);
                case INSERT -> inserted(tag);
            }
        }
    }

    private void opened(Tag tag) {
        String helper = tag.name();
        if (NO_TEXT.contains(helper)) {
            unsupported(tag, helper);
        } else if (!tag.isBare() && !BLOCKS.contains(helper)) {
            unknownHelper(tag, helper, BLOCKS);
        }
        // {{#name}} alone walks a value, as each does.
        boolean isOwnScope = helper.equals("each") || helper.equals("with") || tag.isBare();
        List<String> arguments =
                tag.isBare() ? tag.words() : tag.words().subList(1, tag.words().size());
        arguments(tag, arguments);
        boolean isTrusted = arguments.size() == 1 && variables.trusted().contains(root(arguments.get(0)));
        open.push(new Block(helper.equals("each") && arguments.equals(List.of("examples")), isOwnScope, isTrusted));
    }

    private void inverse(Tag tag) {
        if (tag.words().size() > 1 && BLOCKS.contains(tag.name())) {
            arguments(tag, tag.words().subList(1, tag.words().size()));
        }
    }

    private void partial(Tag tag) {
        String name = tag.name().replace("\"", "").replace("'", "");
        if (!partials.contains(name)) {
            error(
                    tag,
                    "unknown-partial",
                    "there is no partial '" + name + "': it would be the file _" + name + ".prompt beside this one.");
        }
        if (!tag.words().isEmpty()) {
            arguments(tag, tag.words().subList(1, tag.words().size()));
        }
    }

    private void inserted(Tag tag) {
        if (tag.words().isEmpty()) {
            return;
        }
        String first = tag.name();
        if (NO_TEXT.contains(first)) {
            unsupported(tag, first);
            return;
        }
        if (first.equals("history") || INSERTIONS.contains(first) && !tag.isBare()) {
            arguments(tag, tag.words().subList(1, tag.words().size()));
            if (first.equals("json") || first.equals("lookup")) {
                fenced(tag, tag.words().get(1));
            }
            return;
        }
        if (!tag.isBare()) {
            unknownHelper(tag, first, ALL);
            return;
        }
        arguments(tag, tag.words());
        fenced(tag, first);
    }

    private void arguments(Tag tag, List<String> words) {
        boolean isHelper = false;
        for (String word : words) {
            if (isHelper) {
                if (!ALL.contains(word)) {
                    unknownHelper(tag, word, ALL);
                }
                isHelper = false;
            } else if (word.equals("(")) {
                isHelper = true;
            } else {
                int equals = word.indexOf('=');
                boolean named = equals > 0 && word.charAt(0) != '"' && word.charAt(0) != '\'';
                variable(tag, named ? word.substring(equals + 1) : word);
            }
        }
    }

    private void variable(Tag tag, String word) {
        if (word.isEmpty() || LITERAL.matcher(word).matches()) {
            return;
        }
        String root = root(word);
        used.add(root);
        if (isFree(word) || variables.known().isEmpty() || variables.known().contains(root)) {
            return;
        }
        error(tag, "unknown-variable", "there is no variable '" + root + "'" + NearName.hint(root, variables.known()));
    }

    /** Whether what a name means depends on a list's items, which are not known here. */
    private boolean isFree(String word) {
        return root(word).equals("examples")
                || word.startsWith("this")
                || open.stream().anyMatch(Block::isOwnScope);
    }

    private static String root(String word) {
        String bare = word;
        while (bare.startsWith("../")) {
            bare = bare.substring(3);
        }
        int end = bare.indexOf('.');
        int slash = bare.indexOf('/');
        int cut = end < 0 ? slash : slash < 0 ? end : Math.min(end, slash);
        return cut <= 0 ? bare : bare.substring(0, cut);
    }

    private void fenced(Tag tag, String word) {
        boolean inExamples = open.stream().anyMatch(Block::isExamples);
        Optional<Block> scope = open.stream().filter(Block::isOwnScope).findFirst();
        boolean isItem = scope.isPresent();
        String root = root(word);
        boolean isVariable = word.equals("this") || !LITERAL.matcher(word).matches() || word.startsWith("this.");
        boolean unknown =
                !isItem && !variables.known().isEmpty() && !variables.known().contains(root);
        if (inExamples
                || !isVariable
                || unknown
                || scope.filter(Block::isTrusted).isPresent()
                || variables.trusted().contains(root)) {
            return;
        }
        error(
                tag,
                "unfenced",
                "'" + word + "' is inserted as if it were an instruction: write {{data " + word
                        + "}}, or name it under 'trusted' if it never holds text of others.");
    }

    private void unsupported(Tag tag, String helper) {
        error(tag, "unsupported-helper", "'" + helper + "' is not supported, since messages are plain text.");
    }

    private void unknownHelper(Tag tag, String helper, Set<String> known) {
        error(tag, "unknown-helper", "there is no helper '" + helper + "'" + NearName.hint(helper, known));
    }

    private void error(Tag tag, String code, String message) {
        findings.accept(new LintFinding(file, tag.line(), Severity.ERROR, code, message));
    }
}
