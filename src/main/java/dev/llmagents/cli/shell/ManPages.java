package dev.llmagents.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual pages, one for the program and one for each command, out of the model of the command line. Pure.
 *
 * <p>Written here, since the library's own way leads by AsciiDoc and asks for Ruby when the program is built.
 */
public final class ManPages {
    private static final String EXIT_CODES = "Exit codes";

    private final String program;
    private final Map<Integer, String> exitCodes;

    /**
     * @param program name and version
     * @param exitCodes every exit code with its meaning, in order; for pages of commands that do not tell their own
     */
    public ManPages(String program, Map<Integer, String> exitCodes) {
        this.program = program;
        this.exitCodes = new TreeMap<>(exitCodes);
    }

    /** The sources of all pages below and of {@code spec}, by file name: {@code llm-agents-svea-comply.1}. */
    public SortedMap<String, String> all(CommandSpec spec) {
        SortedMap<String, String> pages = new TreeMap<>();
        collect(spec, pages);
        return pages;
    }

    private void collect(CommandSpec spec, Map<String, String> pages) {
        if (!spec.usageMessage().hidden()) {
            pages.put(name(spec) + ".1", page(spec));
            for (CommandLine below : spec.subcommands().values()) {
                collect(below.getCommandSpec(), pages);
            }
        }
    }

    /** {@code llm-agents-svea-comply}. */
    private static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    /** The source of one page. */
    public String page(CommandSpec spec) {
        String[] description = spec.usageMessage().description();
        String summary = description.length == 0 ? "" : plain(description[0]);
        Roff page = new Roff().title(name(spec), program);
        page.section("Name").marked(Roff.quoted(name(spec)) + " \\- " + Roff.quoted(withoutPeriod(summary)));
        page.section("Synopsis").marked(synopsis(spec));
        page.section("Description");
        for (int i = 0; i < description.length; i++) {
            if (i == 0) {
                page.text(summary);
            } else {
                page.paragraph(plain(description[i]));
            }
        }
        operands(spec, page);
        commands(spec, page);
        options(spec, page);
        Map<String, List<String>> sections = sections(spec);
        sections.forEach((heading, lines) -> page.section(heading).verbatim(lines));
        if (!sections.containsKey(EXIT_CODES)) {
            page.section(EXIT_CODES);
            exitCodes.forEach((code, meaning) -> page.item(Roff.bold(String.valueOf(code)), meaning));
        }
        seeAlso(spec, page);
        return page.toString();
    }

    private static String synopsis(CommandSpec spec) {
        StringBuilder line = new StringBuilder(Roff.bold(spec.qualifiedName(" ")));
        if (!spec.options().isEmpty()) {
            line.append(" [").append(Roff.italic("options")).append(']');
        }
        for (PositionalParamSpec place : spec.positionalParameters()) {
            String label = Roff.italic(place.paramLabel()) + (place.arity().max() > 1 ? "\\&..." : "");
            line.append(place.arity().min() == 0 ? " [" + label + "]" : " " + label);
        }
        if (!spec.subcommands().isEmpty()) {
            boolean runsItself =
                    !spec.positionalParameters().isEmpty() || spec.options().size() > 2;
            line.append(runsItself ? " [" : " ").append(Roff.italic("command")).append(runsItself ? "]" : "");
        }
        return line.toString();
    }

    private static void operands(CommandSpec spec, Roff page) {
        if (!spec.positionalParameters().isEmpty()) {
            page.section("Operands");
            for (PositionalParamSpec place : spec.positionalParameters()) {
                page.item(Roff.italic(place.paramLabel()), plain(place.description()));
            }
        }
    }

    private static void commands(CommandSpec spec, Roff page) {
        if (!spec.subcommands().isEmpty()) {
            page.section("Commands");
            spec.subcommands().forEach((name, below) -> {
                CommandSpec sub = below.getCommandSpec();
                if (!sub.usageMessage().hidden()) {
                    page.item(Roff.bold(name), plain(sub.usageMessage().description()));
                }
            });
        }
    }

    private static void options(CommandSpec spec, Roff page) {
        page.section("Options");
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                page.item(term(option), plain(option.description()));
            }
        }
    }

    private static String term(OptionSpec option) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
            names.add(Roff.bold(name));
        }
        String value = option.arity().max() == 0 ? "" : "=" + Roff.italic(option.paramLabel());
        return String.join(", ", names) + value;
    }

    /** What stands below the options in the help: headings end with a colon, everything below one belongs to it. */
    private static Map<String, List<String>> sections(CommandSpec spec) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        String heading = plain(spec.usageMessage().footerHeading()).strip();
        if (heading.endsWith(":")) {
            sections.put(withoutColon(heading), lines);
        }
        for (String raw : spec.usageMessage().footer()) {
            String line = plain(raw);
            if (line.endsWith(":") && !line.startsWith(" ")) {
                lines = new ArrayList<>();
                sections.put(withoutColon(line), lines);
            } else if (!line.isBlank()) {
                lines.add(line);
            }
        }
        sections.values().removeIf(List::isEmpty);
        return sections;
    }

    private static void seeAlso(CommandSpec spec, Roff page) {
        List<String> others = new ArrayList<>();
        if (spec.parent() != null) {
            others.add(Roff.bold(name(spec.parent())) + "(1)");
        }
        spec.subcommands().values().forEach(sub -> others.add(Roff.bold(name(sub.getCommandSpec())) + "(1)"));
        if (!others.isEmpty()) {
            page.section("See also").marked(String.join(",\n", others));
        }
    }

    private static String plain(String... lines) {
        // The library reads %n and %% in its texts.
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%");
    }

    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String withoutColon(String heading) {
        String bare = heading.substring(0, heading.length() - 1);
        return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }
}
