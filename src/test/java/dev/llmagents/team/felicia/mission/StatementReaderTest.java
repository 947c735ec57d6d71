package dev.llmagents.team.felicia.mission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.mission.StatementFacts.Contradiction;
import dev.llmagents.team.felicia.mission.StatementFacts.Stated;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementReaderTest {
    private static final StatementReader READER = new StatementReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bevara kapitalet, 12 månader | CONSERVATIVE | Bevara kapitalet",
                "Trygghet är viktigast | CONSERVATIVE | Trygghet",
                "Capital preservation above all | CONSERVATIVE | Capital preservation",
                "I want moderate growth | BALANCED | moderate",
                "Måttlig risk | BALANCED | Måttlig",
                "Balanserad portfölj | BALANCED | Balanserad",
                "High risk is fine | AGGRESSIVE | High risk",
                "Maximera avkastningen | AGGRESSIVE | Maximera avkastningen",
                "Jag vill spekulera | SPECULATIVE | spekulera",
                "very high risk | SPECULATIVE | very high risk",
                "Inte aggressivt utan måttlig tillväxt | | ",
                "Not aggressive. Balanced. | BALANCED | Balanced",
                "Ingen spekulation, tack | | ",
                "Köp aktier | | ",
            })
    void reads_the_profile_with_its_quote(String statement, RiskProfile profile, String quote) {
        Optional<Stated<RiskProfile>> expected =
                profile == null ? Optional.empty() : Optional.of(new Stated<>(profile, quote));
        assertEquals(expected, READER.read(statement).profile(), statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max 15 % nedgång | 0.15 | 15 % nedgång",
                "No more than 10% drawdown. | 0.1 | 10% drawdown",
                "Maximum drawdown of 12.5 percent | 0.125 | drawdown of 12.5 percent",
                "Portföljen får falla högst tio procent | 0.1 | falla högst tio procent",
                "I must never lose more than 20 per cent | 0.2 | lose more than 20 per",
                "högst 7,5 % förlust och 5 % avkastning | 0.075 | 7,5 % förlust",
            })
    void reads_the_largest_fall(String statement, BigDecimal fraction, String quote) {
        Stated<BigDecimal> stated = READER.read(statement).maxDrawdown().orElseThrow();
        assertEquals(0, fraction.compareTo(stated.value()), stated.toString());
        assertEquals(quote, stated.quote());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "på 12 månader | 12",
                "over 5 years | 60",
                "om ett år behöver jag pengarna | 12",
                "a 10-year plan | 120",
                "på 3 kvartal | 9",
                "two years | 24",
                "18 months | 18",
                "de senaste 5 åren | ",
                "bought 3 years ago | ",
                "100 aktier | ",
                "på 900 år | ",
            })
    void reads_the_horizon(String statement, Integer months) {
        assertEquals(
                Optional.ofNullable(months),
                READER.read(statement).horizonMonths().map(Stated::value),
                statement);
    }

    @Test
    void tells_what_each_percentage_is_about() {
        StatementFacts facts =
                READER.read("Vi vill ha 6 % avkastning per år. Högst 15 % nedgång, volatilitet under 12 %."
                        + " Inget innehav över 20 %. Räntan är 3 %.");
        assertEquals(new BigDecimal("0.06"), facts.targetReturn().orElseThrow().value());
        assertEquals(new BigDecimal("0.15"), facts.maxDrawdown().orElseThrow().value());
        assertEquals(new BigDecimal("0.12"), facts.maxVolatility().orElseThrow().value());
        assertEquals(
                new BigDecimal("0.2"), facts.maxPosition().orElseThrow().value().stripTrailingZeros());
        assertEquals(List.of(), facts.contradictions());
    }

    @Test
    void every_quote_stands_in_the_statement() {
        String statement = "Försiktigt! Max 15 % nedgång,\npå 24 månader; 4 % avkastning. High risk? no.";
        StatementFacts facts = READER.read(statement);
        assertTrue(statement.contains(facts.maxDrawdown().orElseThrow().quote()));
        assertTrue(statement.contains(facts.horizonMonths().orElseThrow().quote()));
        facts.profileSignals().forEach(signal -> assertTrue(statement.contains(signal.quote())));
        assertEquals(2, facts.profileSignals().size());
    }

    @Test
    void a_statement_that_contradicts_itself_states_nothing() {
        StatementFacts facts = READER.read("Högst 10 % nedgång. Ja, högst 20 % nedgång. 12 månader. 2 år.");
        assertEquals(Optional.empty(), facts.maxDrawdown());
        assertEquals(Optional.empty(), facts.horizonMonths());
        assertEquals(
                List.of("risk.max_drawdown", "mission.horizon_months"),
                facts.contradictions().stream().map(Contradiction::key).toList());
    }

    @Test
    void lists_where_the_fields_say_something_else() throws Exception {
        String yaml = "mission: {as_of: 2015-12-31, risk_profile: aggressive, horizon_months: 12,"
                + " statement: 'Capital preservation, max 10 % drawdown, 5 years'}\nrisk: {max_drawdown: 0.20}\n";
        Mission mission = Missions.read(yaml.getBytes(StandardCharsets.UTF_8), "m.yaml");
        List<Contradiction> found =
                READER.read(mission.objective().statement().orElseThrow()).contradictionsWith(mission);
        assertEquals(
                List.of(
                        new Contradiction("mission.risk_profile", "aggressive", "conservative", "Capital preservation"),
                        new Contradiction("mission.horizon_months", "12", "60", "5 years"),
                        new Contradiction("risk.max_drawdown", "0.20", "0.1", "10 % drawdown")),
                found.stream()
                        .map(c -> new Contradiction(
                                c.key(), c.one(), c.other().equals("0.10") ? "0.1" : c.other(), c.quote()))
                        .toList());
    }

    @Test
    void a_default_is_no_contradiction() throws Exception {
        String yaml = "mission: {as_of: 2015-12-31, statement: 'max 10 % drawdown, 5 years'}\n";
        Mission mission = Missions.read(yaml.getBytes(StandardCharsets.UTF_8), "m.yaml");
        assertEquals(
                List.of(),
                READER.read(mission.objective().statement().orElseThrow()).contradictionsWith(mission));
    }

    @Test
    void reads_long_text_in_reasonable_time() {
        String text = "max 15 % nedgång inte hög risk ".repeat(600);
        assertTimeout(Duration.ofSeconds(20), () -> READER.read(text));
    }
}
