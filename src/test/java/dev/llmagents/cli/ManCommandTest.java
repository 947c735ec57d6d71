package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.llmagents.cli.shell.ManPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManCommandTest {
    @TempDir
    private Path home;

    @Test
    void there_is_a_page_for_each_command_with_all_its_options() {
        ManPages pages = new ManPages("llm-agents 1", Map.of(0, "done"));
        SortedMap<String, String> all = pages.all(CommandModel.program());
        assertEquals(CommandModel.commands().size(), all.size());
        for (CommandSpec command : CommandModel.commands()) {
            String page = all.get(command.qualifiedName("-") + ".1");
            for (OptionSpec option : command.options()) {
                for (String name : option.names()) {
                    assertTrue(page.contains("\\fB" + name.replace("-", "\\-") + "\\fR"), command + " " + name);
                }
            }
        }
    }

    @Test
    void examples_and_exit_codes_of_the_help_stand_in_the_page() {
        String page = Invocation.in(home).run("man", "meetmind", "analyze").out();
        assertTrue(page.contains(".SH EXIT CODES\n.nf\n  0  done\n"), page);
        assertTrue(page.contains(".SH EXAMPLES\n.nf\n  llm\\-agents meetmind analyze meeting.vtt\n"), page);
    }

    @Test
    void text_is_never_taken_for_a_request() {
        CommandSpec spec = CommandSpec.create().name("x");
        spec.usageMessage().description(".so /etc/passwd", "'quoted' \\fBbold", "å → ä");
        String page = new ManPages("x 1", Map.of()).page(new CommandLine(spec).getCommandSpec());
        assertTrue(page.contains("\n\\&.so /etc/passwd\n"), page);
        assertTrue(page.contains("\\(aqquoted\\(aq \\efBbold"), page);
        assertTrue(page.contains("\\[u00E5] \\[u2192] \\[u00E4]"), page);
    }

    @Test
    void writes_all_pages_to_a_folder() throws IOException {
        Invocation run = Invocation.in(home).run("man", "--out", "pages");
        assertEquals(0, run.code(), run::toString);
        try (var files = Files.list(home.resolve("pages"))) {
            assertEquals(CommandModel.commands().size(), files.count());
        }
    }

    @Test
    void an_unknown_command_is_wrong_usage_and_names_those_there_are() {
        Invocation run = Invocation.in(home).run("man", "svea", "dance");
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains("comply, convert"), run::toString);
    }

    @Test
    void mandoc_finds_nothing_wrong_but_the_missing_date() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mandoc")), "no mandoc here");
        Invocation.in(home).run("man", "--out", "pages");
        for (CommandSpec command : CommandModel.commands()) {
            Process lint = new ProcessBuilder(
                            "/usr/bin/mandoc",
                            "-Tlint",
                            "-Wwarning",
                            home.resolve("pages")
                                    .resolve(command.qualifiedName("-") + ".1")
                                    .toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            lint.waitFor();
            List<String> warnings =
                    said.lines().filter(line -> !line.contains("missing date")).toList();
            assertEquals(List.of(), warnings);
        }
    }
}
