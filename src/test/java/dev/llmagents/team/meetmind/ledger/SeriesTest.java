package dev.llmagents.team.meetmind.ledger;


import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    @ParameterizedTest
    @ValueSource(strings = {"webshop", "skolresa", "mixed", "blind-en", "blind-sv", "blind-mixed"})
    void show(String name) throws Exception {
        boolean blind = name.startsWith("blind");
        if (blind != Boolean.getBoolean("blind")) return;
        Path folder = blind ? Series.resource(name) : Path.of("samples/meetmind/series", name);
        Map<String, String> aliases = name.equals("mixed") ? Map.of("SPEAKER_03", "Bobo Sten", "Raj", "Raj Patel") : Map.of();
        Ledger ledger = Ledger.of(Series.in(folder, aliases), Optional.empty());
        Score score = Score.of(ledger, Series.expected(Series.resource(name + "/expected.tsv")));
        System.out.println("=== " + name + " right " + score.right().size() + " wrong " + score.wrong().size() + " missing " + score.missing().size() + " states " + score.rightStates() + "/" + score.states());
        score.wrong().forEach(x -> System.out.println("  WRONG " + x));
        score.missing().forEach(x -> System.out.println("  MISSING " + x));
        ledger.entries().forEach(e -> System.out.println("    " + e.id() + " " + e.state() + " " + e.owner().orElse("-") + " " + e.due().map(Object::toString).orElse("-") + " " + e.text()));
    }
}
