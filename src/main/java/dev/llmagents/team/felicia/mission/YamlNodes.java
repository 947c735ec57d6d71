package dev.llmagents.team.felicia.mission;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML into nodes. Nothing is constructed from tags, and aliases are refused: no mission needs them. */
final class YamlNodes {
    static final int DEEPEST = 12;
    private static final int MOST_ALIASES = 0;

    private YamlNodes() {}

    /** @param before lines of the file above {@code text}; gives nothing if there is nothing in it */
    static Optional<Node> read(String text, int before) throws SyntaxProblem {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setCodePointLimit(Missions.MOST_CHARACTERS);
        Yaml yaml = new Yaml(
                new SafeConstructor(limits),
                new Representer(new org.yaml.snakeyaml.DumperOptions()),
                new org.yaml.snakeyaml.DumperOptions(),
                limits,
                new Resolver());
        try {
            refuseAliasesAndDepth(yaml, text, before);
            org.yaml.snakeyaml.nodes.Node root = yaml.compose(new StringReader(text));
            return root == null ? Optional.empty() : Optional.of(node(root, before));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw new SyntaxProblem(
                    mark == null ? before + 1 : line(mark, before), "this is no YAML: " + e.getProblem() + ".", e);
        } catch (YAMLException e) {
            throw new SyntaxProblem(before + 1, "this is no YAML that can be read: " + firstLine(e) + ".", e);
        }
    }

    /** The library holds its limits only while composing, and takes quadratic time to come to a bracket that deep. */
    private static void refuseAliasesAndDepth(Yaml yaml, String text, int before) throws SyntaxProblem {
        int depth = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            int line = line(event.getStartMark(), before);
            if (event instanceof AliasEvent) {
                throw new SyntaxProblem(line, "aliases (*name) are not read: write the value out.");
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new SyntaxProblem(line, "sections and lists are nested deeper than " + DEEPEST + ".");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }

    private static int line(Mark mark, int before) {
        return mark.getLine() + 1 + before;
    }

    /** Recursion is bounded by the depth limit of the parser. */
    private static Node node(org.yaml.snakeyaml.nodes.Node yaml, int before) throws SyntaxProblem {
        int line = line(yaml.getStartMark(), before);
        if (yaml instanceof ScalarNode scalar) {
            return new Node.Scalar(line, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
        }
        if (yaml instanceof SequenceNode sequence) {
            List<Node> nodes = new ArrayList<>();
            for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
                nodes.add(node(item, before));
            }
            return new Node.Items(line, nodes);
        }
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : ((MappingNode) yaml).getValue()) {
            int keyLine = line(tuple.getKeyNode().getStartMark(), before);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new SyntaxProblem(keyLine, "a key has to be a word.");
            }
            if (!seen.add(key.getValue())) {
                throw new SyntaxProblem(keyLine, "the key '" + key.getValue() + "' stands here a second time.");
            }
            entries.add(new Node.Entry(keyLine, key.getValue(), node(tuple.getValueNode(), before)));
        }
        return new Node.Section(line, entries);
    }
}
