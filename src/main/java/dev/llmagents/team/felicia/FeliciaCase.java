package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.bank.Bank;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.mission.Banking;
import dev.llmagents.team.felicia.mission.Mission;
import dev.llmagents.team.felicia.mission.StatementFacts;
import dev.llmagents.team.felicia.trade.Guards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mission with everything it is worked on with. Immutable.
 *
 * @param files the mission first, then what it names
 * @param market empty of days in a case of the bank alone
 * @param execution whether fills are made on paper
 */
public record FeliciaCase(
        Mission mission,
        List<CaseFile> files,
        StatementFacts statement,
        MarketData market,
        Optional<Bank> bank,
        Guards guards,
        boolean execution) {
    public FeliciaCase {
        files = List.copyOf(files);
    }

    /** Names of people and firms in the mission, which no model may see. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        mission.banking().ifPresent(banking -> {
            banking.accounts().forEach(account -> names.add(account.owner()));
            banking.payees().forEach(payee -> names.add(payee.name()));
            banking.requests()
                    .forEach(request ->
                            request.fields().flatMap(Banking.Fields::name).ifPresent(names::add));
        });
        return names.stream().distinct().toList();
    }
}
