package dev.llmagents.team.felicia.payment;

import dev.llmagents.document.SafeXml;
import dev.llmagents.team.felicia.payment.ElementRules.Rule;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a pain.001.001.09 again and says why it must not be handed in: elements that are unknown, missing, too many or out of
 * order, texts that do not suit, and what the schema of the message does not see (check digits, sums, currency, days, ids used
 * twice). Stricter than the message: it knows the elements that drafts of this program need. Streams, so a large file takes
 * little memory.
 */
public final class Pain001Check {
    private static final int MOST_PROBLEMS = 50;
    private static final int LONGEST_TEXT = 1_000;

    private final ElementRules rules = ElementRules.load();
    private final List<PaymentProblem> problems = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int line = 1;
    private final MessageTotals totals = new MessageTotals((code, message) -> problem(code, message));

    /** An element that has begun and not ended. */
    private static final class Open {
        private final String element;
        private final String kind;
        private final String currency;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Integer> counts = new HashMap<>();
        private int position;

        Open(String element, String kind, String currency) {
            this.element = element;
            this.kind = kind;
            this.currency = currency;
        }
    }

    private Pain001Check() {}

    /** All problems of a file in their order; empty if it can be handed in. */
    public static List<PaymentProblem> of(byte[] file) {
        Pain001Check check = new Pain001Check();
        check.run(file);
        return List.copyOf(check.problems);
    }

    private void problem(String code, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new PaymentProblem(code, line, message));
        }
    }

    private void run(byte[] file) {
        open.push(new Open("-", "", ""));
        try {
            XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                int event = xml.next();
                line = Math.max(1, xml.getLocation().getLineNumber());
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
                    case XMLStreamConstants.DTD -> problem("XML", "A payment file has no document type.");
                    default -> {}
                }
            }
            missing(open.element());
        } catch (XMLStreamException e) {
            if (e.getLocation() != null) {
                line = Math.max(1, e.getLocation().getLineNumber());
            }
            problem("XML", "This is no XML that can be read.");
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String element = xml.getLocalName();
        Open parent = open.element();
        Optional<Rule> rule = rules.in(parent.kind.isEmpty() ? parent.element : "").stream()
                .filter(candidate -> candidate.element().equals(element))
                .findFirst();
        boolean ours = Pain001Writer.NAMESPACE.equals(xml.getNamespaceURI());
        if (rule.isEmpty() || !ours) {
            problem(
                    "ORDER",
                    "The element " + shown(element) + (ours ? "" : " of another namespace") + " has no place in "
                            + parent.element + ".");
            skip(xml);
            return;
        }
        place(parent, rule.get());
        String currency =
                Optional.ofNullable(xml.getAttributeValue(null, "Ccy")).orElse("");
        open.push(new Open(element, rule.get().kind(), currency));
        totals.begin(element);
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void place(Open parent, Rule rule) {
        int position = rules.in(parent.element).indexOf(rule);
        if (position < parent.position) {
            problem("ORDER", "The element " + rule.element() + " stands too late in " + parent.element + ".");
        }
        parent.position = Math.max(parent.position, position);
        if (parent.counts.merge(rule.element(), 1, Integer::sum) > rule.most()) {
            problem("ORDER", "The element " + rule.element() + " stands more than once in " + parent.element + ".");
        }
    }

    private void text(String text) {
        Open at = open.element();
        if (at.kind.isEmpty()) {
            if (!text.isBlank()) {
                problem("ORDER", "There is text between the elements of " + at.element + ".");
            }
        } else if (at.text.length() <= LONGEST_TEXT) {
            at.text.append(text);
        }
    }

    private void end() {
        Open done = open.pop();
        if (done.kind.isEmpty()) {
            missing(done);
        } else {
            String text = done.text.toString();
            TextRules.flaw(done.kind, text)
                    .ifPresent(flaw -> problem(flaw[0], done.element + " '" + shown(text) + "' " + flaw[1] + "."));
            totals.text(open.element().element, done.element, text, done.currency);
        }
        totals.end(done.element);
    }

    private void missing(Open done) {
        List<Rule> children = rules.in(done.element);
        for (Rule rule : children) {
            if (rule.fewest() > done.counts.getOrDefault(rule.element(), 0)) {
                problem(
                        "ORDER",
                        done.element.equals("-")
                                ? "There is no element " + rule.element() + "."
                                : "The element " + rule.element() + " is missing in " + done.element + ".");
            }
        }
        if (!children.isEmpty()
                && done.counts.isEmpty()
                && children.stream().allMatch(rule -> rule.fewest() == 0)
                && !done.element.equals("InitgPty")) {
            problem("ORDER", "The element " + done.element + " is empty.");
        }
    }

    private static String shown(String text) {
        return text.length() <= 50 ? text : text.substring(0, 50) + "…";
    }
}
