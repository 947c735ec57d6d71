package dev.llmagents.team.felicia.mission;

import dev.llmagents.json.NearName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds the nodes of a file against the table of keys, and notes every problem and where each value came from. */
final class KeyReader {
    private static final int MOST_PROBLEMS = 50;
    private static final int MOST_ITEMS = 5_000;

    private final MissionKeys keys;
    private final List<MissionProblem> problems = new ArrayList<>();
    private final SortedMap<String, Origin> origins = new TreeMap<>();

    KeyReader(MissionKeys keys) {
        this.keys = keys;
    }

    List<MissionProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(MissionProblem::line))
                .toList();
    }

    SortedMap<String, Origin> origins() {
        return origins;
    }

    void problem(int line, String key, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new MissionProblem(line, key, message));
        }
    }

    /** The file as a whole; where it is no section at all, empty values and a problem. */
    Values root(Node root) {
        if (root instanceof Node.Section section) {
            return section(section, "", "");
        }
        problem(root.line(), "", "a mission is made of 'key: value' pairs, and this is none.");
        return new Values(root.line());
    }

    /** @param path with indices, {@code pattern} without: {@code universe[3]} and {@code universe[]} */
    private Values section(Node.Section section, String path, String pattern) {
        Values values = new Values(section.line());
        Map<String, MissionKey> known = keys.in(pattern);
        for (Node.Entry entry : section.entries()) {
            MissionKey key = known.get(entry.key());
            if (key == null) {
                unknown(entry, path, known.keySet());
            } else {
                read(key, entry, join(path, entry.key()), values);
            }
        }
        for (MissionKey key : known.values()) {
            boolean written =
                    section.entries().stream().anyMatch(entry -> entry.key().equals(key.name()));
            if (!written) {
                leftOut(key, join(path, key.name()), values);
            }
        }
        return values;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private void unknown(Node.Entry entry, String path, Collection<String> known) {
        String key = join(path, ScalarReader.shown(entry.key()));
        String way = NearName.to(entry.key(), known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("known here are " + String.join(", ", known) + ".");
        problem(entry.line(), key, "unknown key '" + key + "': " + way);
    }

    private void leftOut(MissionKey key, String path, Values values) {
        if (key.required()) {
            problem(values.line(), path, "'" + path + "' is missing: " + key.description() + ".");
        } else if (key.always()) {
            values.put(
                    key.name(), section(new Node.Section(values.line(), List.of()), path, key.path()), values.line());
        } else if (key.byDefault().isPresent()) {
            Node.Scalar scalar = new Node.Scalar(values.line(), key.byDefault().get(), false);
            scalar(key, scalar, path).ifPresent(value -> {
                values.put(key.name(), value, values.line());
                origins.put(path, Origin.DEFAULT);
            });
        }
    }

    private void read(MissionKey key, Node.Entry entry, String path, Values values) {
        Node node = entry.value();
        if (node instanceof Node.Scalar scalar && scalar.isEmpty()) {
            problem(entry.line(), path, "'" + path + "' has no value: give it one or remove the line.");
            return;
        }
        Optional<?> value = switch (key.type()) {
            case SECTION ->
                node instanceof Node.Section section
                        ? Optional.of(section(section, path, key.path()))
                        : wrong(entry, path, "has to be a section of 'key: value' pairs");
            case LIST, REQUESTS ->
                node instanceof Node.Items items
                        ? Optional.of(items(key, items, path))
                        : wrong(entry, path, "has to be a list");
            case NAMES ->
                node instanceof Node.Items items
                        ? Optional.of(names(items, path))
                        : wrong(entry, path, "has to be a list such as [A, B]");
            case NUMBERS ->
                node instanceof Node.Section section
                        ? Optional.of(numbers(section, path))
                        : wrong(entry, path, "has to be a section of names and numbers");
            case TEXT, DATE, NUMBER, WHOLE, FLAG, CURRENCY, FILE, CHOICE ->
                node instanceof Node.Scalar scalar
                        ? scalar(key, scalar, path)
                        : wrong(entry, path, "has to be a single value");
        };
        value.ifPresent(found -> {
            values.put(key.name(), found, entry.line());
            if (key.type() != MissionKey.Type.SECTION
                    && key.type() != MissionKey.Type.LIST
                    && key.type() != MissionKey.Type.REQUESTS) {
                origins.put(path, Origin.INPUT);
            }
        });
    }

    private Optional<?> wrong(Node.Entry entry, String path, String demand) {
        problem(entry.line(), path, "'" + path + "' " + demand + ".");
        return Optional.empty();
    }

    private Optional<Object> scalar(MissionKey key, Node.Scalar scalar, String path) {
        try {
            return Optional.of(ScalarReader.read(key, scalar));
        } catch (ScalarReader.Unsuited e) {
            problem(scalar.line(), path, "'" + path + "' " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private List<Object> items(MissionKey key, Node.Items items, String path) {
        List<Object> read = new ArrayList<>();
        if (tooMany(items, path)) {
            return read;
        }
        for (Node node : items.nodes()) {
            String place = path + "[" + read.size() + "]";
            if (node instanceof Node.Section section) {
                read.add(section(section, place, key.path() + "[]"));
            } else if (key.type() == MissionKey.Type.REQUESTS
                    && node instanceof Node.Scalar scalar
                    && !scalar.isEmpty()) {
                origins.put(place, Origin.INPUT);
                read.add(scalar);
            } else {
                problem(node.line(), place, "'" + place + "' has to be a section of 'key: value' pairs.");
            }
        }
        return read;
    }

    private boolean tooMany(Node.Items items, String path) {
        boolean tooMany = items.nodes().size() > MOST_ITEMS;
        if (tooMany) {
            problem(items.line(), path, "'" + path + "' has more than " + MOST_ITEMS + " entries: split the mission.");
        }
        return tooMany;
    }

    private List<String> names(Node.Items items, String path) {
        List<String> names = new ArrayList<>();
        if (tooMany(items, path)) {
            return names;
        }
        for (Node node : items.nodes()) {
            if (node instanceof Node.Scalar scalar && !scalar.isEmpty()) {
                names.add(scalar.text().strip());
            } else {
                problem(node.line(), path, "'" + path + "' holds something that is no name.");
            }
        }
        return List.copyOf(names);
    }

    private Map<String, BigDecimal> numbers(Node.Section section, String path) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        MissionKey any = new MissionKey(
                path,
                MissionKey.Type.NUMBER,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                "");
        for (Node.Entry entry : section.entries()) {
            String place = join(path, entry.key());
            if (entry.value() instanceof Node.Scalar scalar) {
                scalar(any, scalar, place).ifPresent(number -> numbers.put(entry.key(), (BigDecimal) number));
            } else {
                problem(entry.line(), place, "'" + place + "' has to be a number.");
            }
        }
        return numbers;
    }
}
