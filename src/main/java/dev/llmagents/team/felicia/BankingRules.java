package dev.llmagents.team.felicia;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.team.felicia.bank.BankReport;
import dev.llmagents.team.felicia.mission.AccountNumber;
import dev.llmagents.team.felicia.mission.Banking;
import dev.llmagents.team.felicia.payment.Pain001Check;
import dev.llmagents.team.felicia.payment.PaymentFile;
import dev.llmagents.team.felicia.payment.PaymentProblem;
import dev.llmagents.team.felicia.trade.Order;
import dev.llmagents.team.felicia.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Funding first, then the requests of the mission, then the draft of payments, which is read again. */
final class BankingRules implements Rules<BankingRules.Input, BankingOutcome> {
    /** @param design empty if the bank works alone */
    record Input(FeliciaCase felicia, Optional<Design> design) {}

    @Override
    public BankingOutcome answer(Input input) {
        Optional<Banking> banking = input.felicia().mission().banking();
        if (banking.isEmpty()) {
            return new BankingOutcome(Optional.empty(), Optional.empty(), List.of(), new TreeMap<>(), new TreeSet<>());
        }
        return outcome(input, banking.get().requests(), new TreeSet<>());
    }

    private static BankingOutcome outcome(Input input, List<Banking.Request> requests, Set<Integer> readByModel) {
        FeliciaCase felicia = input.felicia();
        Banking banking = felicia.mission().banking().orElseThrow();
        List<Banking.Request> all = new ArrayList<>();
        Optional<BankingOutcome.Funding> funding = Optional.empty();
        if (banking.fundPlan() && input.design().isPresent()) {
            Proposal proposal = proposal(felicia, banking, input.design().get());
            proposal.request().ifPresent(all::add);
            funding = Optional.of(proposal.funding());
        }
        int moved = all.size();
        all.addAll(requests);
        BankReport report = felicia.bank()
                .orElseThrow()
                .process(all, felicia.mission().objective().asOf());
        List<PaymentFile> files = PaymentFile.of(report, felicia.mission());
        SortedMap<String, List<PaymentProblem>> problems = new TreeMap<>();
        for (PaymentFile file : files) {
            List<PaymentProblem> found = Pain001Check.of(file.bytes());
            if (!found.isEmpty()) {
                problems.put(file.name(), found);
            }
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        readByModel.forEach(index -> numbers.add(index + moved + 1));
        return new BankingOutcome(Optional.of(report), funding, files, problems, numbers);
    }

    private record Proposal(BankingOutcome.Funding funding, Optional<Banking.Request> request) {}

    private static Proposal proposal(FeliciaCase felicia, Banking banking, Design design) {
        BigDecimal buys = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        for (Order order : design.plan().allowed()) {
            if (order.side() == Side.BUY) {
                BigDecimal notional = order.quantity().multiply(KnownFacts.lastClose(felicia.market(), order.symbol()));
                buys = buys.add(notional);
                fees = fees.add(design.terms().costs().commission(notional));
            }
        }
        buys = buys.setScale(2, RoundingMode.HALF_UP);
        BigDecimal buffer = design.plan()
                .equity()
                .multiply(felicia.mission().risk().cashBuffer())
                .setScale(2, RoundingMode.HALF_UP);
        BigDecimal cash = design.terms().account().cash();
        BigDecimal shortfall =
                buys.add(fees).add(buffer).subtract(cash).max(BigDecimal.ZERO).setScale(2, RoundingMode.UP);
        String currency = design.terms().account().baseCurrency();
        if (shortfall.signum() == 0) {
            return new Proposal(
                    new BankingOutcome.Funding(buys, fees, buffer, cash, shortfall, "The cash covers the purchases."),
                    Optional.empty());
        }
        Optional<Banking.Account> from = banking.accounts().stream()
                .filter(account -> account.currency().equals(currency)
                        && !account.closed()
                        && account.balance().isPresent())
                .max(Comparator.comparing((Banking.Account account) ->
                                account.balance().get().subtract(account.reserve()))
                        .thenComparing(Banking.Account::id, Comparator.reverseOrder()));
        Optional<Banking.Account> to = banking.accounts().stream()
                .filter(account -> account.currency().equals(currency)
                        && !account.closed()
                        && account.balance().isEmpty())
                .min(Comparator.comparing((Banking.Account account) -> !account.trusted())
                        .thenComparing(Banking.Account::id));
        if (from.isEmpty() || to.isEmpty()) {
            return new Proposal(
                    new BankingOutcome.Funding(
                            buys,
                            fees,
                            buffer,
                            cash,
                            shortfall,
                            "No transfer is proposed: it takes an account in " + currency
                                    + " with a balance to pay from, and one without a balance at the broker to pay to."),
                    Optional.empty());
        }
        Banking.Fields fields = new Banking.Fields(
                "transfer",
                Optional.empty(),
                Optional.of(from.get().id()),
                Optional.of(to.get().id()),
                Optional.empty(),
                NO_NUMBER,
                Optional.of(shortfall),
                Optional.of(currency),
                Optional.empty(),
                Optional.of("Funding of plan"),
                Optional.empty());
        String sentence = "A transfer of " + shortfall.toPlainString() + " " + currency + " from "
                + from.get().id() + " to " + to.get().id() + " is proposed.";
        return new Proposal(
                new BankingOutcome.Funding(buys, fees, buffer, cash, shortfall, sentence),
                Optional.of(new Banking.Request(0, Optional.empty(), Optional.of(fields))));
    }

    private static final AccountNumber NO_NUMBER =
            new AccountNumber(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Only requests in free text that the grammar has a question about are put to a model. */
    @Override
    public List<Question> questions(Input input, BankingOutcome answer) {
        List<Integer> open = open(input, answer);
        if (open.isEmpty()) {
            return List.of();
        }
        Banking banking = input.felicia().mission().banking().orElseThrow();
        StringBuilder requests = new StringBuilder();
        for (int index : open) {
            requests.append(index + 1)
                    .append(": ")
                    .append(banking.requests().get(index).text().orElse(""))
                    .append('\n');
        }
        StringBuilder accounts = new StringBuilder();
        banking.accounts()
                .forEach(account -> accounts.append(account.id())
                        .append(" (account, ")
                        .append(account.currency())
                        .append(")\n"));
        banking.payees().forEach(payee -> accounts.append(payee.id()).append(" (payee)\n"));
        return List.of(new Question("", Map.of("requests", requests.toString(), "accounts", accounts.toString())));
    }

    private static List<Integer> open(Input input, BankingOutcome answer) {
        List<Integer> open = new ArrayList<>();
        if (answer.report().isEmpty()) {
            return open;
        }
        List<BankReport.Result> results = answer.report().get().results();
        int requests =
                input.felicia().mission().banking().orElseThrow().requests().size();
        int moved = results.size() - requests;
        for (int index = 0; index < requests; index++) {
            BankReport.Result result = results.get(index + moved);
            if (result.status() == BankReport.Status.QUESTION && result.text().isPresent()) {
                open.add(index);
            }
        }
        return open;
    }

    /** Slots a model has read stand in for a question, if everything in them stands in the request; all checks run again. */
    @Override
    public Checked<BankingOutcome> check(Input input, BankingOutcome own, List<JsonNode> replies) {
        Banking banking = input.felicia().mission().banking().orElseThrow();
        List<Integer> open = open(input, own);
        List<Banking.Request> requests = new ArrayList<>(banking.requests());
        TreeSet<Integer> read = new TreeSet<>();
        int dropped = 0;
        for (JsonNode reply : replies) {
            for (JsonNode item : reply.path("requests")) {
                int index = item.path("request").asInt(0) - 1;
                Optional<Banking.Fields> fields = open.contains(index) && !read.contains(index)
                        ? new RequestSlots(banking)
                                .of(requests.get(index).text().orElse(""), item)
                        : Optional.empty();
                if (fields.isEmpty()) {
                    dropped++;
                    continue;
                }
                read.add(index);
                requests.set(index, new Banking.Request(requests.get(index).line(), Optional.empty(), fields));
            }
        }
        return new Checked<>(read.isEmpty() ? own : outcome(input, requests, read), read.size(), dropped, List.of());
    }
}
