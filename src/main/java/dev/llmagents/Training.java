package dev.llmagents;

import dev.llmagents.cli.CommandLineRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs typical commands over the samples, so that the launcher can archive the classes they load: without a model, and with
 * one that a server of this process stands for. Nothing leaves the machine, and the user's own files are not touched.
 */
public final class Training {
    private static final int PATIENCE = 2_000;
    private static final String ANSWER =
            "{\"id\":\"t\",\"model\":\"training\",\"choices\":[{\"message\":{\"content\":\"{}\"},"
                    + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1}}";

    private Training() {}

    /** @param arguments {@code light} for what asks no model, {@code whole} for everything; and the folder of samples */
    public static void main(String[] arguments) throws Exception {
        boolean whole = arguments[0].equals("whole");
        List<Path> samples;
        try (Stream<Path> files = Files.list(Path.of(arguments[1], "meetmind"))) {
            samples = files.sorted().toList();
        }
        Main.main(new String[] {"--version"});
        CommandLineRun run = CommandLineRun.ofProcess();
        run.run("--help");
        for (Path file : samples) {
            for (String format : List.of("text", "json", "markdown", "csv", "html")) {
                run.run("meetmind", "analyze", "--offline", "--format", format, file.toString());
            }
        }
        if (whole) {
            withModel(samples.get(0));
            session();
        }
        for (String format : List.of("table", "json", "html", "csv", "markdown")) {
            run.run("stats", "--by", "agent", "--format", format);
        }
        run.run("stats", "--by", "agent", "--since", "2026-01-01");
        if (whole) {
            // What a question to a model needs: prompts, their templates and schemas. Nothing is asked or written.
            run.run("prompts", "test");
        }
        // What the end of a command takes that has something to complain of.
        System.exit(0);
    }

    /** The interactive mode up to its prompt, where it meets the end of standard input. */
    private static void session() {
        System.setProperty("llmagents.terminal", "in,out");
        CommandLineRun.ofProcess().run("repl", "--no-history");
        System.clearProperty("llmagents.terminal");
    }

    /** One run that asks a model, the same again, answered by the cache, and one whose model is called over TLS. */
    private static void withModel(Path sample) throws IOException {
        Path home = Files.createTempDirectory("llm-agents-training");
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 50, here);
                ServerSocket silent = new ServerSocket(0, 50, here)) {
            Thread answering = new Thread(() -> answer(server), "llm-agents-training");
            answering.setDaemon(true);
            answering.start();
            Files.createDirectory(home.resolve("home"));
            for (int time = 0; time < 2; time++) {
                ask(home, "http", server, sample, "--timeout", "1m");
            }
            // As far as it gets without a certificate: to the first word of a handshake, which nobody answers.
            ask(home, "https", silent, sample, "--timeout", "500ms", "--no-cache");
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void ask(Path home, String scheme, ServerSocket server, Path sample, String... options) {
        String host = server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
        CommandLineRun run = CommandLineRun.inEnvironment(Map.of(
                "LLM_AGENTS_HOME",
                home.resolve("home").toString(),
                // A key and a price: the budget is loaded, too.
                "OPENAI_API_KEY",
                "training",
                "OPENAI_BASE_URL",
                scheme + "://" + host + "/v1"));
        List<String> command = new ArrayList<>(List.of("meetmind", "analyze", sample.toString()));
        command.addAll(List.of("--provider", "openai", "--model", "gpt-4o-mini", "--max-cost", "1"));
        command.addAll(List.of(options));
        run.run(command.toArray(String[]::new));
    }

    /** Answers every request alike until the server is closed. */
    private static void answer(ServerSocket server) {
        while (true) {
            try (Socket socket = server.accept()) {
                // A connection that is opened and not used must not keep the others waiting.
                socket.setSoTimeout(PATIENCE);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                long length = 0;
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                        length = Long.parseLong(line.substring(15).strip());
                    }
                }
                for (long read = 0; read < length && in.read() >= 0; read++) {
                    // What is asked does not matter.
                }
                String head =
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                + ANSWER.length() + "\r\n\r\n";
                socket.getOutputStream().write((head + ANSWER).getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }
}
