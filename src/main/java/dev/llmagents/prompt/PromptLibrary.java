package dev.llmagents.prompt;

import dev.llmagents.file.FileProblem;
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

    private final Optional<Path> ownFolder;
    private final Map<String, Prompt> read = new ConcurrentHashMap<>();

    /** @param ownFolder holds {@code <team>/<agent>.prompt} files that replace the shipped ones */
    public PromptLibrary(Optional<Path> ownFolder) {
        this.ownFolder = ownFolder;
    }

    /**
     * @param id for instance {@code meetmind.qa}
     * @throws PromptException if there is no such prompt or its file is wrong
     */
    public Prompt prompt(String id) {
        return read.computeIfAbsent(id, this::load);
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
                if (parts.matches() && !parts.group(1).equals("common")) {
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
        String path = id.replace('.', '/') + ".prompt";
        try {
            if (ownFolder.isPresent()) {
                Path own = ownFolder.get().resolve(path);
                if (Files.isRegularFile(own)) {
                    return PromptFile.parse(id, own.toString(), text(own));
                }
            }
            try (InputStream in = PromptLibrary.class.getResourceAsStream("/prompts/" + path)) {
                if (in == null) {
                    throw new PromptException("There is no prompt " + id + ".");
                }
                return PromptFile.parse(id, "prompts/" + path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new PromptException("The prompt " + id + " cannot be read.", e);
        }
    }

    private static String text(Path own) {
        try {
            return Files.readString(own);
        } catch (CharacterCodingException e) {
            throw new PromptException(own + ": a prompt has to be written in UTF-8.", e);
        } catch (IOException e) {
            throw new PromptException(FileProblem.explain("read", own, e).getMessage() + ".", e);
        }
    }
}
