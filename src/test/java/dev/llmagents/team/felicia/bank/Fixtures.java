package dev.llmagents.team.felicia.bank;

import dev.llmagents.team.felicia.mission.Mission;
import dev.llmagents.team.felicia.mission.Missions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A small mission with accounts of every kind, on Thursday 31 December 2015. */
public final class Fixtures {
    static final LocalDate AS_OF = LocalDate.of(2015, 12, 31);

    private Fixtures() {}

    /** @param banking more lines of the section, indented by two */
    public static Mission mission(String banking, String... requests) {
        StringBuilder yaml = new StringBuilder("""
                mission: {as_of: 2015-12-31}
                banking:
                  accounts:
                    - {id: operating, owner: "Exempel Åkeri AB", iban: SE4550000000058398257466, bic: ESSESESS, currency: EUR, balance: 250000.00, reserve: 50000.00}
                    - {id: broker, owner: "Paper Broker", iban: DE89370400440532013000, bic: DEUTDEFF, currency: EUR, trusted: true}
                    - {id: sparkonto, owner: "Exempel Åkeri AB", account: "5957-0222638", currency: SEK, balance: 1000}
                    - {id: lönekonto, owner: "Exempel Åkeri AB", account: "9151-2641741", currency: SEK, balance: 80000.00}
                    - {id: old, owner: "Exempel Åkeri AB", iban: SE4550000000058398257466, currency: EUR, balance: 5.00, closed: true}
                  payees:
                    - {id: hyresvärden, name: "Fastighets AB Öst & Väst", bankgiro: 5805-6201, trusted: true}
                    - {id: acme, name: "Acme GmbH", iban: DE89 3704 0044 0532 0130 00, bic: DEUTDEFF}
                    - {id: wrong, name: "Wrong GmbH", iban: DE88370400440532013000}
                """);
        yaml.append(banking);
        yaml.append("  requests:\n");
        for (String request : requests) {
            yaml.append("    - ").append(request).append('\n');
        }
        try {
            return Missions.read(yaml.toString().getBytes(StandardCharsets.UTF_8), "m.yaml");
        } catch (Exception e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    public static BankReport report(String banking, String... requests) {
        Mission mission = mission(banking, requests);
        return Bank.of(mission.banking().orElseThrow(), Optional.empty())
                .process(mission.objective().asOf());
    }

    static InstructionReader reader() {
        return new InstructionReader(
                mission("", "{op: statement, account: operating}").banking().orElseThrow(), AS_OF);
    }

    static Check check(BankReport report, int result, CheckCode code, Outcome outcome) {
        List<Check> checks = report.results().get(result).checks();
        return checks.stream()
                .filter(check -> check.code() == code && check.outcome() == outcome)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + outcome + " of " + code + " in " + checks));
    }
}
