package dev.llmagents.team.felicia.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrelationsTest {
    @Test
    void finds_the_pairs_that_one_by_one_comparison_finds() {
        Random random = new Random(4);
        double[] market = random.doubles(101, -1, 1).toArray();
        double[][] rows = new double[25][101];
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < market.length; t++) {
                rows[i][t] = market[t] + i * 0.06 * random.nextGaussian();
            }
        }
        List<Correlations.Pair> expected = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                double correlation = Returns.correlation(rows[i], rows[j]);
                if (correlation > 0.6) {
                    expected.add(new Correlations.Pair(i, j, correlation));
                }
            }
        }
        assertTrue(expected.size() > 5 && expected.size() < 290, expected::toString);
        assertEquals(expected, Correlations.above(0.6, rows));
    }

    @Test
    void what_does_not_move_moves_with_nothing() {
        assertEquals(List.of(), Correlations.above(0.8, new double[][] {{0, 0, 0}, {0, 0, 0}, {1, 2, 3}}));
        assertEquals(List.of(), Correlations.above(0.8, new double[][] {{0.1}, {0.1}}));
        assertEquals(List.of(), Correlations.above(0.8, new double[][] {{}, {}}));
        assertEquals(List.of(), Correlations.above(0.8, new double[0][]));
    }
}
