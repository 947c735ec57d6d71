package dev.llmagents.team.felicia.bank;

import dev.llmagents.ident.CreditorReferences;
import dev.llmagents.ident.Identifier;
import dev.llmagents.ident.Identifiers;
import dev.llmagents.team.felicia.mission.AccountNumber;
import dev.llmagents.team.felicia.mission.Banking;
import dev.llmagents.team.felicia.mission.Phrases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an instruction in free Swedish or English into the slots of a structured request, each with the words it was read
 * from. What could mean two things is asked about and never guessed. Safe for threads.
 */
public final class InstructionReader {
    static final int LONGEST = 2_000;
    private static final Pattern IBAN_LIKE =
            Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final Pattern RF = Pattern.compile("\\b(?i:RF)[0-9]{2}[A-Z0-9]*(?: [A-Z0-9]{1,4}\\b)*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)*");
    private static final Pattern QUOTED = Pattern.compile("[\"“”']([^\"“”']{1,140})[\"“”']");

    private final Banking banking;
    private final LocalDate asOf;
    private final List<Name> names;
    private final Phrases words = Phrases.read(InstructionReader.class, "instruction-words.txt");
    private final AmountReader amounts = new AmountReader(words);

    public InstructionReader(Banking banking, LocalDate asOf) {
        this.banking = banking;
        this.asOf = asOf;
        this.names = names(banking);
    }

    /** The work on one text: what is understood is blotted out, so that no letter is read twice. */
    private static final class Work {
        private final String text;
        private final StringBuilder rest;
        private final Map<String, Slot> slots = new LinkedHashMap<>();
        private final List<String> questions = new ArrayList<>();
        private Optional<LocalDate> date = Optional.empty();
        private Optional<BigDecimal> amount = Optional.empty();

        Work(String text) {
            this.text = text;
            this.rest = new StringBuilder(text);
        }

        void take(String slot, String value, int from, int to) {
            slots.put(slot, new Slot(slot, value, text.substring(from, to)));
            blot(from, to);
        }

        void blot(int from, int to) {
            for (int i = from; i < to; i++) {
                rest.setCharAt(i, '\u0001');
            }
        }

        Optional<String> value(String slot) {
            return Optional.ofNullable(slots.get(slot)).map(Slot::value);
        }
    }

    /** Reads {@code text}; the result has fields or questions, never both. */
    public Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading(
                    Optional.empty(),
                    List.of(),
                    List.of("The instruction is longer than " + LONGEST + " characters: can you shorten it?"));
        }
        Work work = new Work(text);
        references(work);
        numbers(work);
        dates(work);
        parties(work);
        freeReference(work);
        amount(work);
        knownNumber(work);
        Optional<Operation> operation = operation(work);
        if (operation.isEmpty()) {
            return new Reading(Optional.empty(), List.copyOf(work.slots.values()), work.questions);
        }
        Banking.Fields fields = fields(operation.get(), work);
        List<String> questions = new ArrayList<>(work.questions);
        questions.addAll(Questions.about(fields, banking));
        return new Reading(
                questions.isEmpty() ? Optional.of(fields) : Optional.empty(),
                List.copyOf(work.slots.values()),
                List.copyOf(questions));
    }

    private static void references(Work work) {
        Matcher matcher = RF.matcher(work.rest);
        if (matcher.find()) {
            // The longest run of groups that is right; else the whole first group.
            String run = matcher.group();
            int end = run.length();
            while (end > 0 && !CreditorReferences.isRf(run.substring(0, end))) {
                end = run.lastIndexOf(' ', end - 1);
            }
            int length = end > 0 ? end : run.contains(" ") && run.indexOf(' ') > 4 ? run.indexOf(' ') : run.length();
            work.take(
                    "reference",
                    CreditorReferences.compact(run.substring(0, length)),
                    matcher.start(),
                    matcher.start() + length);
        }
    }

    private static void numbers(Work work) {
        for (Identifier found : Identifiers.in(work.rest.toString())) {
            switch (found.kind()) {
                case IBAN -> once(work, "iban", found.value(), found.from(), found.to());
                case BANKGIRO -> once(work, "bankgiro", found.value(), found.from(), found.to());
                case PLUSGIRO -> once(work, "plusgiro", found.value(), found.from(), found.to());
                case PERSONNUMMER, SAMORDNINGSNUMMER, ORGANISATIONSNUMMER, PAYMENT_CARD, EMAIL, PHONE -> {}
            }
        }
        // Account numbers with a wrong check digit are account numbers too; BK01 says what is wrong.
        Matcher matcher = IBAN_LIKE.matcher(work.rest);
        if (matcher.find() && !work.slots.containsKey("iban")) {
            work.take("iban", matcher.group(), matcher.start(), matcher.end());
        }
    }

    private static void once(Work work, String slot, String value, int from, int to) {
        if (work.slots.containsKey(slot)) {
            work.questions.add("There are two numbers of the kind " + slot + ": which one is to be paid?");
        }
        work.take(slot, value, from, to);
    }

    private void dates(Work work) {
        List<DateReader.Found> found = new DateReader(words, asOf).in(work.rest.toString());
        if (found.size() > 1) {
            work.questions.add("There is more than one date: on which day is it to be executed?");
        }
        for (DateReader.Found date : found) {
            String quote = work.text.substring(date.from(), date.to());
            if (date.day().isEmpty()) {
                work.questions.add("Which day is '" + quote + "'? Write it as 2016-01-31.");
            }
            work.date = date.day();
            work.take("date", date.day().map(LocalDate::toString).orElse(quote), date.from(), date.to());
        }
    }

    private record Name(String id, String spelling, Pattern pattern) {
        static Name of(String id, String spelling) {
            Pattern pattern = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(spelling) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            return new Name(id, spelling, pattern);
        }
    }

    /** Longest first, so that a name within another is not taken for it. */
    private static List<Name> names(Banking banking) {
        List<Name> names = new ArrayList<>();
        banking.accounts().forEach(account -> names.add(Name.of(account.id(), account.id())));
        banking.payees().forEach(payee -> {
            names.add(Name.of(payee.id(), payee.id()));
            names.add(Name.of(payee.id(), payee.name()));
        });
        names.sort((one, other) ->
                Integer.compare(other.spelling().length(), one.spelling().length()));
        return names;
    }

    /** Accounts and payees by their id or name, with the role that the preposition in front gives them. */
    private void parties(Work work) {
        for (Name name : names) {
            Matcher matcher = name.pattern().matcher(work.rest);
            while (matcher.find()) {
                String role = role(work.rest, matcher.start());
                Optional<String> before = work.value(role);
                if (before.isPresent() && !before.get().equals(name.id())) {
                    work.questions.add("Both '" + before.get() + "' and '" + name.id() + "' are named in one place ("
                            + role + "): which one is meant?");
                }
                work.take(role, name.id(), matcher.start(), matcher.end());
            }
        }
    }

    /** {@code from} or {@code to} if that word is one of the two in front; else {@code account}. */
    private String role(CharSequence text, int at) {
        List<String> before = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.subSequence(0, at));
        while (matcher.find()) {
            before.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        for (int i = before.size() - 1; i >= Math.max(0, before.size() - 3); i--) {
            for (String role : List.of("from", "to")) {
                if (words.match(role, before, i) > 0) {
                    return role;
                }
            }
        }
        return "account";
    }

    /** A number that the mission knows stands for the account or payee that has it. */
    private void knownNumber(Work work) {
        AccountNumber written = number(work);
        Optional<String> key = new Party(Optional.empty(), "", Party.compact(written), false).key();
        if (key.isEmpty() || work.slots.containsKey("to")) {
            return;
        }
        Map<String, AccountNumber> known = new LinkedHashMap<>();
        banking.accounts().forEach(account -> known.put(account.id(), account.number()));
        banking.payees().forEach(payee -> known.put(payee.id(), payee.number()));
        known.forEach((id, number) -> {
            boolean same = new Party(Optional.empty(), "", Party.compact(number), false)
                    .key()
                    .equals(key);
            if (same && !work.slots.containsKey("to")) {
                for (String kind : List.of("iban", "bankgiro", "plusgiro")) {
                    Slot slot = work.slots.remove(kind);
                    if (slot != null) {
                        work.slots.put("to", new Slot("to", id, slot.quote()));
                    }
                }
            }
        });
    }

    private static AccountNumber number(Work work) {
        return new AccountNumber(
                work.value("iban"), work.value("bankgiro"), work.value("plusgiro"), Optional.empty(), Optional.empty());
    }

    /** Words behind "ref", "OCR", "meddelande": a quotation, or up to a word that begins something else. */
    private void freeReference(Work work) {
        if (work.slots.containsKey("reference")) {
            return;
        }
        Matcher matcher = WORD.matcher(work.rest);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            if (words.match("reference", List.of(word), 0) == 0) {
                continue;
            }
            int from = matcher.end();
            while (from < work.rest.length() && ": .#".indexOf(work.rest.charAt(from)) >= 0) {
                from++;
            }
            Matcher quoted = QUOTED.matcher(work.rest);
            if (quoted.find(from) && quoted.start() == from) {
                work.take("reference", quoted.group(1).strip(), quoted.start(), quoted.end());
                return;
            }
            int to = end(work.rest, from);
            String reference = work.text.substring(from, to).strip();
            if (!reference.isEmpty()) {
                work.take("reference", reference, from, from + reference.length());
            }
            return;
        }
    }

    private int end(CharSequence rest, int from) {
        int end = from;
        while (end < rest.length() && ",;\u0001\n".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        Matcher word = WORD.matcher(rest);
        word.region(from, end);
        boolean first = true;
        while (word.find()) {
            boolean stops = words.match("until", List.of(word.group().toLowerCase(Locale.ROOT)), 0) > 0;
            if (stops && !first) {
                return word.start();
            }
            first = false;
        }
        return end;
    }

    private void amount(Work work) {
        List<AmountReader.Found> found = amounts.in(work.rest.toString());
        List<AmountReader.Found> sure =
                found.stream().filter(amount -> amount.currency().isPresent()).toList();
        List<AmountReader.Found> chosen = sure.isEmpty() ? found : sure;
        if (chosen.size() > 1) {
            work.questions.add("There is more than one amount: which one is meant?");
        }
        if (!chosen.isEmpty()) {
            AmountReader.Found amount = chosen.get(0);
            BigDecimal cents = amount.amount().setScale(2);
            work.amount = Optional.of(cents);
            amount.currency()
                    .ifPresent(code -> work.slots.put(
                            "currency", new Slot("currency", code, work.text.substring(amount.from(), amount.to()))));
            work.take("amount", cents.toPlainString(), amount.from(), amount.to());
        }
    }

    private Optional<Operation> operation(Work work) {
        List<String> tokens = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        Matcher matcher = WORD.matcher(work.rest);
        while (matcher.find()) {
            tokens.add(matcher.group().toLowerCase(Locale.ROOT));
            starts.add(matcher.start());
            ends.add(matcher.end());
        }
        Optional<Operation> operation = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            if (words.match("not", tokens, i) > 0) {
                work.questions.add("'" + tokens.get(i) + "' can turn the instruction round: what is to be done?");
                return Optional.empty();
            }
            for (Operation candidate : Operation.values()) {
                int length = words.match(candidate.label(), tokens, i);
                if (length > 0 && operation.isEmpty()) {
                    operation = Optional.of(candidate);
                    work.slots.put(
                            "op",
                            new Slot(
                                    "op",
                                    candidate.label(),
                                    work.text.substring(starts.get(i), ends.get(i + length - 1))));
                }
            }
        }
        if (operation.isEmpty()) {
            work.questions.add(
                    "What is to be done: show a balance, transfer, pay, exchange currency or show a statement?");
        }
        return operation;
    }

    private Banking.Fields fields(Operation named, Work work) {
        Optional<String> to = work.value("to");
        boolean moves = named == Operation.TRANSFER || named == Operation.PAYMENT;
        boolean toAccount = to.isPresent()
                && banking.accounts().stream().anyMatch(account -> account.id().equals(to.get()));
        // "Betala 500 till sparkontot" is a transfer, "överför 500 till hyresvärden" a payment.
        Operation operation = !moves || to.isEmpty() ? named : toAccount ? Operation.TRANSFER : Operation.PAYMENT;
        if (moves && to.isEmpty() && hasNumber(work)) {
            operation = Operation.PAYMENT;
        }
        boolean asks = named == Operation.BALANCE_INQUIRY || named == Operation.STATEMENT;
        Optional<String> unplaced = work.value("account");
        // "Betala hyresvärden 500 kr": a payee without a preposition can only be the one who is paid.
        boolean payee = moves
                && to.isEmpty()
                && unplaced.isPresent()
                && banking.payees().stream().anyMatch(known -> known.id().equals(unplaced.get()));
        Optional<String> from = work.value("from");
        return new Banking.Fields(
                (payee ? Operation.PAYMENT : operation).label(),
                asks ? unplaced.or(() -> from).or(() -> to) : Optional.empty(),
                asks ? Optional.empty() : from,
                asks ? Optional.empty() : payee ? unplaced : to,
                Optional.empty(),
                number(work),
                work.amount,
                work.value("currency"),
                work.date,
                work.value("reference"),
                Optional.empty());
    }

    private static boolean hasNumber(Work work) {
        return work.slots.containsKey("iban")
                || work.slots.containsKey("bankgiro")
                || work.slots.containsKey("plusgiro");
    }
}
