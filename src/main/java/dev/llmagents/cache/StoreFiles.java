package dev.llmagents.cache;

import dev.llmagents.file.FileProblem;
import dev.llmagents.file.PrivateFiles;
import dev.llmagents.file.WholeFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the store: what its files are called, and which of them count now.
 *
 * <p>{@code CURRENT} is replaced by a rename, so what is read is the old state or the new. The file that was read stays
 * open: as long as it is, no other file can be given its identity, and one look at the name tells whether it was replaced.
 * Not safe for threads.
 */
final class StoreFiles implements Closeable {
    static final String DAMAGED = ".damaged-";

    private static final Pattern NUMBERED = Pattern.compile("(journal|gen)-(\\d{1,18})\\.(log|db|keys)(\\.tmp)?");
    private static final int LARGEST = 1 << 20;

    private final Path folder;
    private final Path current;
    private Optional<Known> known = Optional.empty();
    // There was no CURRENT and nothing that would need one; looked at once, since a folder is slow to list.
    private boolean isFirst;

    /** @param channel holds the file's identity */
    private record Known(StoreState state, Object identity, FileChannel channel) {}

    /** {@code CURRENT} is there, but is not what was written. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(Path file) {
            super(file + " is damaged");
        }
    }

    StoreFiles(Path folder) {
        this.folder = folder;
        this.current = folder.resolve("CURRENT");
    }

    Path folder() {
        return folder;
    }

    Path current() {
        return current;
    }

    Path journal(long id) {
        return folder.resolve("journal-" + id + ".log");
    }

    Path generation(long id) {
        return folder.resolve("gen-" + id + ".db");
    }

    /** Fingerprints of the keys in a generation. */
    Path keys(long id) {
        return folder.resolve("gen-" + id + ".keys");
    }

    /** Held by the one who folds, clears or repairs. */
    Path lock() {
        return folder.resolve("lock");
    }

    Path counts() {
        return folder.resolve("counts");
    }

    /**
     * What counts now. A store that was never folded has no {@code CURRENT} and one journal.
     *
     * @throws Damaged if {@code CURRENT} is not what was written, or is gone although there is more than one journal
     */
    StoreState state() throws IOException {
        // Most stores are never folded, and looking for a file costs less than being told that it is missing.
        if (isFirst && !current.toFile().exists()) {
            return StoreState.FIRST;
        }
        try {
            // Without a key nothing tells two files apart for sure: then it is read each time.
            Object identity = identityNow();
            if (identity != null && known.isPresent() && known.get().identity().equals(identity)) {
                return known.get().state();
            }
            isFirst = false;
            return read(identity);
        } catch (NoSuchFileException none) {
            close();
            if (!isFirst && isMoreThanAJournal()) {
                throw new Damaged(current);
            }
            isFirst = true;
            return StoreState.FIRST;
        }
    }

    private StoreState read(Object identity) throws IOException {
        close();
        FileChannel channel = FileChannel.open(current, StandardOpenOption.READ);
        boolean kept = false;
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LARGEST, channel.size()));
            int read;
            do {
                read = channel.read(bytes, bytes.position());
            } while (read > 0);
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            StoreState state = StoreState.ofText(text).orElseThrow(() -> new Damaged(current));
            kept = identity != null && identity.equals(identityNow());
            if (kept) {
                known = Optional.of(new Known(state, identity, channel));
            }
            return state;
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private Object identityNow() throws IOException {
        return Files.readAttributes(current, BasicFileAttributes.class).fileKey();
    }

    /** Makes {@code state} count. Only for the one who holds the lock. */
    void write(StoreState state) throws IOException {
        PrivateFiles.createFolder(folder);
        WholeFile.write(current, state.toText());
    }

    private boolean isMoreThanAJournal() throws IOException {
        for (Numbered file : numbered()) {
            if (!file.temporary() && !(file.kind().equals("journal") && file.id() == 1)) {
                return true;
            }
        }
        return false;
    }

    private record Numbered(Path path, String kind, long id, boolean temporary) {}

    private List<Numbered> numbered() throws IOException {
        List<Numbered> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path path : (Iterable<Path>) entries.sorted()::iterator) {
                Matcher name = NUMBERED.matcher(path.getFileName().toString());
                if (name.matches()) {
                    found.add(new Numbered(path, name.group(1), Long.parseLong(name.group(2)), name.group(4) != null));
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (java.io.UncheckedIOException e) {
            throw FileProblem.explain("list", folder, e.getCause());
        }
        return found;
    }

    /** The journals in the folder, in order of their numbers, whatever {@code CURRENT} says. */
    List<Long> journalsFound() throws IOException {
        return numbered().stream()
                .filter(file -> file.kind().equals("journal") && !file.temporary())
                .map(Numbered::id)
                .sorted()
                .toList();
    }

    /** The highest number in the folder; 0 if there is none. */
    long highestFound() throws IOException {
        return numbered().stream().mapToLong(Numbered::id).max().orElse(0);
    }

    /** Files of ours that {@code state} does not name: left by processes that were killed, or still open somewhere. */
    List<Path> leftOver(StoreState state) throws IOException {
        Set<Path> named = new HashSet<>();
        state.journals().forEach(id -> named.add(journal(id)));
        state.generations().forEach(facts -> {
            named.add(generation(facts.id()));
            named.add(keys(facts.id()));
        });
        List<Path> rest = new ArrayList<>();
        for (Numbered file : numbered()) {
            if (!named.contains(file.path())) {
                rest.add(file.path());
            }
        }
        return rest;
    }

    /** Files that were damaged and set aside. */
    List<Path> setAside() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().contains(DAMAGED))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        Optional<Known> open = known;
        known = Optional.empty();
        if (open.isPresent()) {
            open.get().channel().close();
        }
    }
}
