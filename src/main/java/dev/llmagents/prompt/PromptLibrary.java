package dev.llmagents.prompt;

import dev.llmagents.file.FileProblem;
import dev.llmagents.json.AnswerForm;
import dev.llmagents.json.SchemaMemory;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds prompts by id: in the user's own folder first, else among those that ship with the program. Safe for threads. */
public final class PromptLibrary {
    private static final String KNOWN = "common/again.prompt";
    private static final Pattern PATH = Pattern.compile("([a-z0-9_-]+)/([a-z0-9_-]+)\\.prompt");

    // A prompt is written by hand; a file of this size is something else.
    private static final long LARGEST = 1 << 20;

    private final Optional<Path> ownFolder;
    private final Map<String, Prompt> read = new ConcurrentHashMap<>();
    private final SchemaMemory<AnswerForm> forms = new SchemaMemory<>(AnswerForm::new);

    /** @param ownFolder holds {@code <team>/<agent>.prompt} files that replace the shipped ones */
    public PromptLibrary(Optional<Path> ownFolder) {
        this.ownFolder = ownFolder;
    }

    /** The same library with prompts of a workflow's own, by their ids; they stand before all others. */
    public PromptLibrary with(Map<String, Prompt> prompts) {
        PromptLibrary more = new PromptLibrary(ownFolder);
        more.read.putAll(prompts);
        return more;
    }

    /**
     * @param id for instance {@code meetmind.qa}
     * @throws PromptException if there is no such prompt or its file is wrong
     */
    public Prompt prompt(String id) {
        return read.computeIfAbsent(id, this::load);
    }

    /**
     * What an answer to {@code prompt} has to look like; empty for plain text.
     *
     * @throws PromptException if its output schema is no JSON Schema
     */
    public Optional<AnswerForm> form(Prompt prompt) {
        try {
            return prompt.outputSchema().map(forms::of);
        } catch (IllegalArgumentException invalid) {
            throw new PromptException("The output schema of " + prompt.id() + " is no JSON Schema.", invalid);
        }
    }

    /**
     * The ids of all agents' prompts, shipped and own, in their own order; without the parts in {@code common}.
     *
     * @throws PromptException if they cannot be listed
     */
    public SortedSet<String> ids() {
        try {
            SortedSet<String> paths = new TreeSet<>(shipped());
            if (ownFolder.isPresent() && Files.isDirectory(ownFolder.get())) {
                paths.addAll(promptsIn(ownFolder.get()));
            }
            SortedSet<String> ids = new TreeSet<>();
            for (String path : paths) {
                Matcher parts = PATH.matcher(path);
                if (parts.matches()
                        && !parts.group(1).equals("common")
                        && !parts.group(2).startsWith("_")) {
                    ids.add(parts.group(1) + "." + parts.group(2));
                }
            }
            return ids;
        } catch (IOException | URISyntaxException e) {
            throw new PromptException("The prompts cannot be listed.", e);
        }
    }

    private static Set<String> shipped() throws IOException, URISyntaxException {
        URL known = PromptLibrary.class.getResource("/prompts/" + KNOWN);
        if (known == null) {
            return Set.of();
        }
        if (known.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return jar.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith("prompts/"))
                        .map(name -> name.substring("prompts/".length()))
                        .collect(Collectors.toSet());
            }
        }
        return promptsIn(Path.of(known.toURI()).getParent().getParent());
    }

    private static Set<String> promptsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }

    private Prompt load(String id) {
        return source(id).prompt();
    }

    /**
     * The text of a prompt and where it came from.
     *
     * @throws PromptException if there is no such prompt or it cannot be read
     */
    public PromptSource source(String id) {
        int point = id.indexOf('.');
        String team = point < 0 ? "" : id.substring(0, point);
        String path = id.replace('.', '/') + ".prompt";
        Optional<Path> own = ownFolder.map(folder -> folder.resolve(path)).filter(Files::isRegularFile);
        String text = own.isPresent()
                ? text(own.get())
                : shippedText(path).orElseThrow(() -> new PromptException("There is no prompt " + id + "."));
        Map<String, String> partials = PartialFiles.of(text, name -> partial(team, name));
        String file = own.map(Path::toString).orElse("prompts/" + path);
        return new PromptSource(id, file, own.isPresent(), text, partials);
    }

    private Optional<String> partial(String team, String name) {
        String path = team + "/_" + name + ".prompt";
        Optional<Path> own = ownFolder.map(folder -> folder.resolve(path)).filter(Files::isRegularFile);
        return own.isPresent() ? own.map(PromptLibrary::text) : shippedText(path);
    }

    private static Optional<String> shippedText(String path) {
        try (InputStream in = PromptLibrary.class.getResourceAsStream("/prompts/" + path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PromptException("The prompt prompts/" + path + " cannot be read.", e);
        }
    }

    /**
     * A prompt file anywhere; its partials are the files {@code _<name>.prompt} beside it.
     *
     * @param shown the file's name in messages
     * @throws PromptException if there is none, or it cannot be read
     */
    public static PromptSource file(String id, Path file, String shown) {
        if (!Files.isRegularFile(file)) {
            throw new PromptException("There is no prompt file " + shown + ".");
        }
        String text = text(file);
        Map<String, String> partials = PartialFiles.of(
                text,
                name -> Optional.of(file.resolveSibling("_" + name + ".prompt"))
                        .filter(Files::isRegularFile)
                        .map(PromptLibrary::text));
        return new PromptSource(id, shown, true, text, partials);
    }

    private static String text(Path own) {
        try {
            if (Files.size(own) > LARGEST) {
                throw new PromptException(own + " is larger than 1 MiB, which no prompt is.");
            }
            return Files.readString(own);
        } catch (CharacterCodingException e) {
            throw new PromptException(own + ": a prompt has to be written in UTF-8.", e);
        } catch (IOException e) {
            throw new PromptException(FileProblem.explain("read", own, e).getMessage() + ".", e);
        }
    }
}
