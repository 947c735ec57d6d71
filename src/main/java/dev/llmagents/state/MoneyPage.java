package dev.llmagents.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Reservation;
import dev.llmagents.llm.BudgetLedger.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a money ledger holds, while it is being changed. Not safe for threads. */
final class MoneyPage {
    // More than the current one, so that a clock that jumps over midnight and back finds what was spent.
    private static final int PERIODS = 7;
    // A reservation that lasts longer was made under a clock that has been set back since.
    private static final Duration LONGEST_LIFE = Duration.ofDays(2);
    // For that long somebody who was slow may still say what a call did cost, in the place of what it may have cost.
    private static final Duration OPEN_FOR_SETTLING = Duration.ofHours(1);
    // Beyond so many the page would outgrow its cell.
    private static final int OPEN_AT_MOST = 1000;

    private final Map<String, Map<String, BigDecimal>> spent = new TreeMap<>();
    private final Map<String, Held> held = new TreeMap<>();

    private record Held(String period, BigDecimal amount, Instant until, List<String> scopes) {
        /** Whether its holder had the time to settle it and has not: killed, stopped, or unable to write. */
        boolean isOverdue(Instant now) {
            return !until.isAfter(now) || until.isAfter(now.plus(LONGEST_LIFE));
        }
    }

    private MoneyPage() {}

    /** What cannot be read counts as nothing: the checksum has found everything but the work of a person. */
    static MoneyPage parse(String text) {
        MoneyPage page = new MoneyPage();
        if (text.isEmpty()) {
            return page;
        }
        try {
            JsonNode root = Json.parse(text);
            root.path("spent")
                    .properties()
                    .forEach(period -> period.getValue()
                            .properties()
                            .forEach(scope -> page.add(
                                    period.getKey(),
                                    scope.getKey(),
                                    new BigDecimal(scope.getValue().asText()))));
            root.path("held").properties().forEach(entry -> page.held.put(entry.getKey(), held(entry.getValue())));
            return page;
        } catch (JsonProcessingException | NumberFormatException noLedger) {
            return new MoneyPage();
        }
    }

    private static Held held(JsonNode node) {
        List<String> scopes = new ArrayList<>();
        node.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return new Held(
                node.path("period").asText(),
                new BigDecimal(node.path("usd").asText("0")),
                Instant.ofEpochMilli(node.path("until").asLong()),
                scopes);
    }

    String text() {
        ObjectNode root = Json.object();
        ObjectNode periods = root.putObject("spent");
        spent.forEach((period, scopes) -> {
            ObjectNode node = periods.putObject(period);
            scopes.forEach((scope, amount) -> node.put(scope, amount.toPlainString()));
        });
        ObjectNode reservations = root.putObject("held");
        held.forEach((id, entry) -> {
            ObjectNode node = reservations.putObject(id);
            node.put("period", entry.period());
            node.put("usd", entry.amount().toPlainString());
            node.put("until", entry.until().toEpochMilli());
            ArrayNode scopes = node.putArray("scopes");
            entry.scopes().forEach(scopes::add);
        });
        return Json.write(root);
    }

    /** Adds to what is spent the whole of what nobody has settled for long: it may have been billed. */
    void closeOverdue(Instant now) {
        if (held.isEmpty()) {
            return;
        }
        boolean crowded = held.size() > OPEN_AT_MOST;
        held.values().removeIf(entry -> {
            boolean closed = entry.isOverdue(now) && (crowded || entry.isOverdue(now.minus(OPEN_FOR_SETTLING)));
            if (closed) {
                entry.scopes().forEach(scope -> add(entry.period(), scope, entry.amount()));
            }
            return closed;
        });
    }

    /** What is overdue counts as spent: it is not given back any more, so nobody need wait for it. */
    Standing standing(Cap cap, String period, Instant now) {
        String scope = cap.scope().key();
        BigDecimal gone = spent.getOrDefault(period, Map.of()).getOrDefault(scope, BigDecimal.ZERO);
        BigDecimal reserved = BigDecimal.ZERO;
        for (Held entry : held.values()) {
            if (entry.period().equals(period) && entry.scopes().contains(scope)) {
                if (entry.isOverdue(now)) {
                    gone = gone.add(entry.amount());
                } else {
                    reserved = reserved.add(entry.amount());
                }
            }
        }
        return new Standing(cap, gone, reserved);
    }

    /** The keys of those who have spent or reserved something. */
    Set<String> scopes(String period) {
        Set<String> scopes = new TreeSet<>(spent.getOrDefault(period, Map.of()).keySet());
        held.values().stream()
                .filter(entry -> entry.period().equals(period))
                .forEach(entry -> scopes.addAll(entry.scopes()));
        return scopes;
    }

    /** {@code id}, or one like it that nobody has. */
    String freeId(String id) {
        String free = id;
        for (int i = 2; held.containsKey(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    void hold(Reservation reservation, Instant until) {
        held.put(reservation.id(), new Held(reservation.period(), reservation.amount(), until, keys(reservation)));
    }

    /** Also if the reservation is overdue, and if it is not there any more: rather twice than never. */
    void settle(Reservation reservation, BigDecimal cost) {
        held.remove(reservation.id());
        if (cost.signum() > 0) {
            keys(reservation).forEach(scope -> add(reservation.period(), scope, cost));
            forgetPeriodsFarFrom(reservation.period());
        }
    }

    private void add(String period, String scope, BigDecimal amount) {
        spent.computeIfAbsent(period, name -> new TreeMap<>()).merge(scope, amount, BigDecimal::add);
    }

    /** Keeps the ones before and after, whichever way the clock has jumped. */
    private void forgetPeriodsFarFrom(String period) {
        while (spent.size() > PERIODS) {
            TreeSet<String> names = new TreeSet<>(spent.keySet());
            boolean olderThanHalf = names.headSet(period).size() > PERIODS / 2;
            spent.remove(olderThanHalf ? names.first() : names.last());
        }
    }

    private static List<String> keys(Reservation reservation) {
        return reservation.caps().stream().map(cap -> cap.scope().key()).toList();
    }
}
