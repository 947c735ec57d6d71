package dev.llmagents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the order of the packages: each may use only what its line names. */
class PackageOrderTest {
    private static final String ROOT = "dev.llmagents.";

    /** Lowest first; the names on the right are the packages of ours that the one on the left may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("file", Set.of()),
            Map.entry("ident", Set.of()),
            Map.entry("document", Set.of("file")),
            Map.entry("json", Set.of()),
            Map.entry("llm", Set.of("json")),
            Map.entry("provider", Set.of("llm", "json")),
            Map.entry("cache", Set.of("llm", "json", "file")),
            Map.entry("usage", Set.of("llm", "json", "file")),
            Map.entry("record", Set.of("llm", "json", "file")),
            Map.entry("privacy", Set.of("llm", "ident")),
            Map.entry("state", Set.of("llm", "json", "file")),
            Map.entry("prompt", Set.of("llm", "json", "file")),
            Map.entry("agent", Set.of("llm", "prompt", "json", "file", "document")),
            Map.entry("team", Set.of("agent", "prompt", "json", "document", "llm", "ident")),
            Map.entry("load", Set.of("agent", "llm", "json")),
            Map.entry("report", Set.of("team", "agent", "load", "usage", "record", "llm", "json")),
            Map.entry(
                    "app",
                    Set.of(
                            "file",
                            "document",
                            "json",
                            "llm",
                            "provider",
                            "cache",
                            "usage",
                            "record",
                            "privacy",
                            "state",
                            "prompt",
                            "agent",
                            "team")),
            Map.entry("mcp", Set.of("app", "report", "team", "agent", "json", "document", "ident")),
            Map.entry(
                    "cli",
                    Set.of(
                            "app", "mcp", "report", "load", "team", "agent", "prompt", "usage", "cache", "record",
                            "llm", "json")),
            // Main and Training: the program's two entrances.
            Map.entry("", Set.of("cli", "app")));

    /** What reaches beyond the machine or belongs to one layer, and the only packages that may touch it. */
    private static final Map<String, Set<String>> ONLY_IN = Map.ofEntries(
            Map.entry("okhttp3|okio", Set.of("provider")),
            Map.entry("software\\.amazon", Set.of("provider", "usage", "app")),
            Map.entry("java\\.net\\.http", Set.of()),
            Map.entry("java\\.net\\.(DatagramSocket|URLConnection|HttpURLConnection)", Set.of()),
            // Training answers its own questions on loopback; nothing of a run listens.
            Map.entry("java\\.net\\.ServerSocket", Set.of("")),
            Map.entry(
                    "java\\.nio\\.channels\\.(SocketChannel|ServerSocketChannel|DatagramChannel|Asynchronous.*)",
                    Set.of()),
            // To knock at ports of this machine, and for nothing else.
            Map.entry("java\\.net\\.Socket", Set.of("app", "")),
            Map.entry("picocli|org\\.jline", Set.of("cli")),
            Map.entry("io\\.github\\.resilience4j", Set.of("llm")),
            Map.entry("com\\.github\\.jknack", Set.of("prompt")),
            Map.entry("com\\.networknt", Set.of("json")),
            Map.entry("ch\\.qos\\.logback", Set.of("app")),
            Map.entry("org\\.mapdb", Set.of("cache")),
            Map.entry("org\\.HdrHistogram", Set.of("load")),
            Map.entry("org\\.ojalgo", Set.of("team")),
            Map.entry("org\\.apache\\.pdfbox", Set.of("document")),
            Map.entry("io\\.modelcontextprotocol|reactor", Set.of("mcp")));

    private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Impl|Manager|Utils?|Helper|Handler)|Base[A-Z].*");

    private final JavaClasses program = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.llmagents");

    @Test
    void every_class_uses_only_the_packages_its_own_may_use() {
        assertTrue(program.size() > 100, "the program was not found");
        assertEquals(List.of(), violations(program));
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        List<String> named = program.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> EMPTY_NAMES.matcher(name).matches())
                .toList();
        assertEquals(List.of(), named);
    }

    @Test
    void no_package_waits_for_itself() {
        for (String start : MAY_USE.keySet()) {
            assertFalse(reachable(start).contains(start), start + " may use itself by way of others");
        }
    }

    @Test
    void a_team_that_opens_a_connection_of_its_own_is_found() {
        JavaClasses planted = new ClassFileImporter()
                .importPackages("dev.llmagents.team.planted", "dev.llmagents.file.planted", "dev.llmagents.planted");
        List<String> found = violations(planted);
        assertTrue(contains(found, "Telephone", "okhttp3"), () -> "OkHttp in a team was not found in " + found);
        assertTrue(contains(found, "Telephone", "java.net.http"), () -> "the JDK's client was not found in " + found);
        assertTrue(contains(found, "Telephone", "java.net.Socket"), () -> "a socket was not found in " + found);
        assertTrue(contains(found, "Telephone", "provider"), () -> "a provider in a team was not found in " + found);
        assertTrue(
                contains(found, "UpwardLook", "json"), () -> "an import of a higher package was not found in " + found);
        assertTrue(
                contains(found, "Stranger", "outside the plan"),
                () -> "a package of no plan was not found in " + found);
    }

    private static boolean contains(List<String> violations, String who, String what) {
        return violations.stream().anyMatch(violation -> violation.contains(who) && violation.contains(what));
    }

    private static List<String> violations(JavaClasses classes) {
        Set<String> violations = new TreeSet<>();
        for (JavaClass origin : classes) {
            String from = packageOf(origin);
            if (!MAY_USE.containsKey(from)) {
                violations.add(origin.getName() + " is outside the plan of packages");
                continue;
            }
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getName().startsWith(ROOT)) {
                    String to = packageOf(target);
                    if (!to.equals(from) && !MAY_USE.get(from).contains(to)) {
                        violations.add(origin.getName() + " must not use " + to + ", but uses " + target.getName());
                    }
                }
                ONLY_IN.forEach((names, homes) -> {
                    if (target.getName().matches("(" + names + ")([.$].*)?") && !homes.contains(from)) {
                        violations.add(origin.getName() + " must not use " + target.getName());
                    }
                });
            }
        }
        return new ArrayList<>(violations);
    }

    /** The first name below the root; empty for the root itself. */
    private static String packageOf(JavaClass type) {
        String below = (type.getPackageName() + ".").substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(0, below.indexOf('.'));
    }

    private static Set<String> reachable(String start) {
        Set<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(MAY_USE.get(start));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                open.addAll(MAY_USE.get(next));
            }
        }
        return seen;
    }
}
