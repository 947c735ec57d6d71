package dev.llmagents.team.felicia.bank;

import dev.llmagents.json.Sha256;
import dev.llmagents.team.felicia.bank.BankReport.Kind;
import dev.llmagents.team.felicia.bank.BankReport.Movement;
import dev.llmagents.team.felicia.bank.BankReport.Result;
import dev.llmagents.team.felicia.bank.BankReport.Status;
import dev.llmagents.team.felicia.mission.AccountNumber;
import dev.llmagents.team.felicia.mission.Banking;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One pass over the requests of a mission, with the balances that change on the way. Not safe for threads. */
final class BankRun {
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_REFERENCE = 140;

    private final Banking banking;
    private final Optional<Sanctions> sanctions;
    private final LocalDate asOf;
    private final InstructionReader reader;
    private final Map<String, Banking.Account> accounts = new HashMap<>();
    private final Map<String, Banking.Payee> payees = new HashMap<>();
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final Map<String, BigDecimal> ofDay = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> alike = new HashSet<>();
    private final List<Movement> movements = new ArrayList<>();

    BankRun(Banking banking, Optional<Sanctions> sanctions, LocalDate asOf) {
        this.banking = banking;
        this.sanctions = sanctions;
        this.asOf = asOf;
        this.reader = new InstructionReader(banking, asOf);
        for (Banking.Account account : banking.accounts()) {
            accounts.put(account.id(), account);
            account.balance().ifPresent(balance -> balances.put(account.id(), balance));
        }
        banking.payees().forEach(payee -> payees.put(payee.id(), payee));
    }

    BankReport process(List<Banking.Request> requests) {
        Map<String, BigDecimal> opening = new TreeMap<>(balances);
        List<Result> results = new ArrayList<>();
        for (Banking.Request request : requests) {
            results.add(result(results.size() + 1, request));
        }
        return new BankReport(
                asOf,
                List.copyOf(results),
                List.copyOf(movements),
                Collections.unmodifiableMap(opening),
                Collections.unmodifiableMap(new TreeMap<>(balances)),
                sanctions.isPresent());
    }

    private Result result(int number, Banking.Request request) {
        Reading reading = request.text().map(reader::read).orElseGet(() -> structured(request));
        if (reading.fields().isEmpty()) {
            return result(
                    number,
                    request,
                    Status.QUESTION,
                    reading,
                    List.of(),
                    Optional.empty(),
                    String.join(" ", reading.questions()));
        }
        Banking.Fields fields = reading.fields().get();
        return switch (Operation.of(fields.op())) {
            case BALANCE_INQUIRY, STATEMENT -> inquiry(number, request, reading, fields);
            case CURRENCY_EXCHANGE -> exchange(number, request, reading, fields);
            case TRANSFER, PAYMENT -> payment(number, request, reading, fields);
        };
    }

    private Reading structured(Banking.Request request) {
        Banking.Fields fields = request.fields().orElseThrow();
        List<String> questions = Questions.about(fields, banking);
        return new Reading(questions.isEmpty() ? Optional.of(fields) : Optional.empty(), List.of(), questions);
    }

    private Result result(
            int number,
            Banking.Request request,
            Status status,
            Reading reading,
            List<Check> checks,
            Optional<Payment> payment,
            String answer) {
        Map<String, BigDecimal> after = new TreeMap<>();
        reading.fields()
                .ifPresent(fields -> List.of(fields.account(), fields.from(), fields.to())
                        .forEach(id -> id.filter(balances::containsKey)
                                .ifPresent(known -> after.put(known, balances.get(known)))));
        return new Result(
                number,
                request.line(),
                request.text(),
                status,
                reading,
                List.copyOf(checks),
                payment,
                Collections.unmodifiableMap(after),
                answer);
    }

    private Result inquiry(int number, Banking.Request request, Reading reading, Banking.Fields fields) {
        String id = fields.account().orElseThrow();
        List<Check> checks = new ArrayList<>();
        ownAccount(id, "account", checks);
        if (isBlocked(checks)) {
            return result(
                    number,
                    request,
                    Status.BLOCKED,
                    reading,
                    checks,
                    Optional.empty(),
                    checks.get(0).message());
        }
        Banking.Account account = accounts.get(id);
        String balance = balances.get(id).toPlainString() + " " + account.currency();
        String answer = "The balance of " + id + " is " + balance + ", of which "
                + account.reserve().toPlainString() + " " + account.currency() + " are reserved.";
        if (Operation.of(fields.op()) == Operation.STATEMENT) {
            long moved = movements.stream().filter(m -> m.account().equals(id)).count();
            answer = "The account " + id + " opens with "
                    + account.balance().orElseThrow().toPlainString() + " "
                    + account.currency() + ", has " + moved + " drafted movements of this mission and closes with "
                    + balance + ".";
        }
        return result(number, request, Status.INFORMATION, reading, checks, Optional.empty(), answer);
    }

    /** BK14: an account that exists, is open and has a balance. */
    private void ownAccount(String id, String role, List<Check> checks) {
        Optional<String> problem = Optional.empty();
        if (!accounts.containsKey(id)) {
            problem = Optional.of("The mission has no account '" + id + "'.");
        } else if (accounts.get(id).closed()) {
            problem = Optional.of("The account '" + id + "' is closed.");
        } else if (!balances.containsKey(id)) {
            problem = Optional.of("The account '" + id + "' has no balance in the mission, so it is not an own one.");
        }
        checks.add(new Check(
                CheckCode.BK14_SELF,
                problem.isPresent() ? Outcome.BLOCK : Outcome.PASS,
                problem.orElse("The " + role + " is known and open."),
                id,
                "open own account"));
    }

    private static boolean isBlocked(List<Check> checks) {
        return checks.stream().anyMatch(check -> check.outcome() == Outcome.BLOCK);
    }

    private static String firstBlock(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.outcome() == Outcome.BLOCK)
                .map(Check::message)
                .findFirst()
                .orElse("");
    }

    private Result payment(int number, Banking.Request request, Reading reading, Banking.Fields fields) {
        List<Check> checks = new ArrayList<>();
        String from = fields.from().orElseThrow();
        ownAccount(from, "paying account", checks);
        Optional<Party> creditor = creditor(fields, from, checks);
        if (isBlocked(checks) || creditor.isEmpty()) {
            return result(number, request, Status.BLOCKED, reading, checks, Optional.empty(), firstBlock(checks));
        }
        Banking.Account account = accounts.get(from);
        Party debtor = party(account);
        Payment payment = payment(fields, account, debtor, creditor.get(), checks);
        if (isBlocked(checks)) {
            return result(number, request, Status.BLOCKED, reading, checks, Optional.empty(), firstBlock(checks));
        }
        book(number, payment, account, fields);
        Status status = payment.needsApproval() ? Status.NEEDS_APPROVAL : Status.DRAFTED;
        String answer = payment.amount().toPlainString() + " " + payment.currency() + " from " + from + " to "
                + payment.creditor().name() + " on " + payment.date() + ": drafted"
                + (payment.needsApproval() ? ", and a person has to approve it." : ".");
        return result(number, request, status, reading, checks, Optional.of(payment), answer);
    }

    private Payment payment(
            Banking.Fields fields, Banking.Account account, Party debtor, Party creditor, List<Check> checks) {
        BigDecimal amount = fields.amount().orElseThrow();
        String currency = fields.currency().orElse(account.currency());
        Optional<Variant> possible = MoneyChecks.variant(currency, debtor, creditor);
        Variant variant = possible.orElse(currency.equals("SEK") ? Variant.SWEDISH : Variant.SEPA);
        LocalDate earliest = variant.calendar().plus(asOf, banking.cutOffDays());
        LocalDate date = fields.date().orElse(earliest);
        checks.addAll(IdentifierChecks.of(debtor, "payer"));
        checks.addAll(IdentifierChecks.of(creditor, "payee"));
        checks.addAll(IdentifierChecks.reference(fields.reference(), creditor));
        PaymentText debtorName = PaymentText.of(debtor.name(), variant, LONGEST_NAME);
        PaymentText creditorName = PaymentText.of(creditor.name(), variant, LONGEST_NAME);
        checks.add(MoneyChecks.charset("name of the payer", debtor.name(), debtorName));
        checks.add(MoneyChecks.charset("name of the payee", creditor.name(), creditorName));
        Optional<PaymentText> reference =
                fields.reference().map(text -> PaymentText.of(text, variant, LONGEST_REFERENCE));
        reference.ifPresent(text ->
                checks.add(MoneyChecks.charset("reference", fields.reference().orElseThrow(), text)));
        checks.add(MoneyChecks.date(date, earliest, variant.calendar()));
        checks.add(MoneyChecks.currency(currency, account.currency(), amount, possible));
        checks.add(MoneyChecks.funds(
                balances.get(account.id()), account.reserve(), amount.add(banking.fee()), account.currency()));
        BigDecimal sum =
                ofDay.getOrDefault(account.id() + " " + date, BigDecimal.ZERO).add(amount);
        checks.addAll(MoneyChecks.limits(banking.limits(), amount, sum, creditor.trusted()));
        checks.add(MoneyChecks.sanctions(sanctions, creditor));
        Payment payment = new Payment(
                endToEndId(debtor, creditor, amount, currency, date, fields.reference()),
                variant,
                new Party(debtor.id(), debtorName.text(), debtor.number(), debtor.trusted()),
                new Party(creditor.id(), creditorName.text(), creditor.number(), creditor.trusted()),
                amount,
                currency,
                date,
                reference.map(PaymentText::text),
                checks.stream().anyMatch(check -> check.outcome() == Outcome.APPROVAL));
        checks.add(duplicate(payment));
        return payment;
    }

    private Check duplicate(Payment payment) {
        String limit = "once";
        if (ids.contains(payment.endToEndId())) {
            return new Check(
                    CheckCode.BK10_DUPLICATE,
                    Outcome.BLOCK,
                    "The same payment stands here twice: give each a reference of its own if both are meant.",
                    payment.endToEndId(),
                    limit);
        }
        boolean similar = alike.contains(alike(payment));
        return new Check(
                CheckCode.BK10_DUPLICATE,
                similar ? Outcome.WARN : Outcome.PASS,
                similar
                        ? "A payment of the same amount to the same payee on the same day stands here with another reference."
                        : "No other payment is like it.",
                payment.endToEndId(),
                limit);
    }

    private static String alike(Payment payment) {
        return payment.creditor().key().orElse("") + " " + payment.amount().toPlainString() + " " + payment.date();
    }

    private static String endToEndId(
            Party debtor,
            Party creditor,
            BigDecimal amount,
            String currency,
            LocalDate date,
            Optional<String> reference) {
        String content = String.join(
                "\n",
                debtor.key().orElse(""),
                creditor.key().orElse(""),
                amount.toPlainString(),
                currency,
                date.toString(),
                reference.orElse(""));
        return "F" + Sha256.of(content).substring(0, 24).toUpperCase(Locale.ROOT);
    }

    private void book(int number, Payment payment, Banking.Account account, Banking.Fields fields) {
        ids.add(payment.endToEndId());
        alike.add(alike(payment));
        ofDay.merge(account.id() + " " + payment.date(), payment.amount(), BigDecimal::add);
        String text = payment.creditor().name();
        move(number, Kind.PAYMENT, payment.date(), account, payment.amount().negate(), text);
        if (banking.fee().signum() > 0) {
            move(number, Kind.FEE, payment.date(), account, banking.fee().negate(), "Fee");
        }
        fields.to()
                .filter(balances::containsKey)
                .ifPresent(to -> move(
                        number,
                        Kind.PAYMENT,
                        payment.date(),
                        accounts.get(to),
                        payment.amount(),
                        payment.debtor().name()));
    }

    private void move(int number, Kind kind, LocalDate date, Banking.Account account, BigDecimal amount, String text) {
        balances.merge(account.id(), amount, BigDecimal::add);
        movements.add(new Movement(number, kind, date, account.id(), amount, account.currency(), text));
    }

    private Optional<Party> creditor(Banking.Fields fields, String from, List<Check> checks) {
        Optional<String> to = fields.to();
        if (to.isEmpty()) {
            return Optional.of(
                    new Party(Optional.empty(), fields.name().orElseThrow(), Party.compact(fields.number()), false));
        }
        String id = to.get();
        Optional<Party> party = Optional.ofNullable(accounts.get(id))
                .map(BankRun::party)
                .or(() -> Optional.ofNullable(payees.get(id)).map(BankRun::party));
        Optional<String> problem = Optional.empty();
        if (party.isEmpty()) {
            problem = Optional.of("The mission has no account or payee '" + id + "'.");
        } else if (id.equals(from)) {
            problem = Optional.of("Payer and payee are the same account.");
        } else if (accounts.containsKey(id) && accounts.get(id).closed()) {
            problem = Optional.of("The account '" + id + "' is closed.");
        } else if (party.get().key().isEmpty()) {
            problem = Optional.of("The mission gives no account number of '" + id + "'.");
        }
        checks.add(new Check(
                CheckCode.BK14_SELF,
                problem.isPresent() ? Outcome.BLOCK : Outcome.PASS,
                problem.orElse("The payee is known and another than the payer."),
                id,
                "another open account"));
        return party;
    }

    private static Party party(Banking.Account account) {
        boolean own = account.balance().isPresent();
        return new Party(
                Optional.of(account.id()), account.owner(), Party.compact(account.number()), own || account.trusted());
    }

    private static Party party(Banking.Payee payee) {
        AccountNumber number = Party.compact(payee.number());
        return new Party(Optional.of(payee.id()), payee.name(), number, payee.trusted());
    }

    private Result exchange(int number, Banking.Request request, Reading reading, Banking.Fields fields) {
        List<Check> checks = new ArrayList<>();
        String from = fields.from().orElseThrow();
        String to = fields.to().orElseThrow();
        ownAccount(from, "selling account", checks);
        ownAccount(to, "buying account", checks);
        if (isBlocked(checks)) {
            return result(number, request, Status.BLOCKED, reading, checks, Optional.empty(), firstBlock(checks));
        }
        Banking.Account sold = accounts.get(from);
        Banking.Account bought = accounts.get(to);
        String currency = fields.currency().orElse(sold.currency());
        boolean inSold = currency.equals(sold.currency());
        if (sold.currency().equals(bought.currency()) || (!inSold && !currency.equals(bought.currency()))) {
            checks.add(new Check(
                    CheckCode.BK12_CURRENCY,
                    Outcome.BLOCK,
                    "An exchange needs two accounts of different currencies and an amount in one of them.",
                    currency,
                    sold.currency() + ", " + bought.currency()));
            return result(number, request, Status.BLOCKED, reading, checks, Optional.empty(), firstBlock(checks));
        }
        Optional<BigDecimal> rate = fields.rate()
                .or(() -> banking.rates().stream()
                        .filter(known -> known.from().equals(sold.currency())
                                && known.to().equals(bought.currency()))
                        .map(Banking.Rate::rate)
                        .findFirst());
        if (rate.isEmpty()) {
            return result(
                    number,
                    request,
                    Status.QUESTION,
                    reading,
                    checks,
                    Optional.empty(),
                    "At which rate? Add 'rate' to the request, or " + sold.currency() + " to " + bought.currency()
                            + " to banking.rates.");
        }
        BigDecimal amount = fields.amount().orElseThrow();
        BigDecimal debit = inSold ? amount : amount.divide(rate.get(), 2, RoundingMode.HALF_UP);
        BigDecimal credit = inSold ? amount.multiply(rate.get()).setScale(2, RoundingMode.HALF_UP) : amount;
        checks.add(MoneyChecks.funds(balances.get(from), sold.reserve(), debit.add(banking.fee()), sold.currency()));
        LocalDate date = fields.date().orElse(Variant.SEPA.calendar().plus(asOf, banking.cutOffDays()));
        BigDecimal sum = ofDay.getOrDefault(from + " " + date, BigDecimal.ZERO).add(debit);
        checks.addAll(MoneyChecks.limits(banking.limits(), debit, sum, true));
        if (isBlocked(checks)) {
            return result(number, request, Status.BLOCKED, reading, checks, Optional.empty(), firstBlock(checks));
        }
        ofDay.merge(from + " " + date, debit, BigDecimal::add);
        move(number, Kind.EXCHANGE, date, sold, debit.negate(), "Exchange to " + bought.currency());
        if (banking.fee().signum() > 0) {
            move(number, Kind.FEE, date, sold, banking.fee().negate(), "Fee");
        }
        move(number, Kind.EXCHANGE, date, bought, credit, "Exchange from " + sold.currency());
        boolean approval = checks.stream().anyMatch(check -> check.outcome() == Outcome.APPROVAL);
        return result(
                number,
                request,
                approval ? Status.NEEDS_APPROVAL : Status.DRAFTED,
                reading,
                checks,
                Optional.empty(),
                debit.toPlainString() + " " + sold.currency() + " become " + credit.toPlainString() + " "
                        + bought.currency() + " at " + rate.get().toPlainString()
                        + "; no payment file carries an exchange: order it in the bank's own service.");
    }
}
