package dev.llmagents.team.felicia.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {
    private static final double EXACT = 1e-9;
    private static final int[] NO_GROUPS = {-1, -1, -1};

    @Test
    void least_variance_weighs_by_the_inverse_of_variance_when_nothing_is_correlated() {
        assertArrayEquals(
                new double[] {0.8, 0.2}, Weights.minVariance(apart(1, 2), new int[] {-1, -1}, Caps.none()), EXACT);
        assertArrayEquals(
                new double[] {0.6, 0.4},
                Weights.minVariance(apart(1, 2), new int[] {-1, -1}, new Caps(0.6, 1, 1, false)),
                EXACT);
    }

    @Test
    void a_group_gets_no_more_than_its_cap() {
        assertArrayEquals(
                new double[] {0.2, 0.2, 0.6},
                Weights.minVariance(apart(1, 1, 1), new int[] {0, 0, -1}, new Caps(1, 0.4, 1, false)),
                EXACT);
    }

    @Test
    void too_few_symbols_or_groups_leave_money_uninvested() {
        double[] few = Weights.minVariance(apart(1, 2, 3), NO_GROUPS, new Caps(0.2, 1, 1, false));
        assertArrayEquals(new double[] {0.2, 0.2, 0.2}, few, EXACT);
        double[] grouped = Weights.minVariance(apart(1, 1, 1), new int[] {0, 0, 1}, new Caps(1, 0.4, 1, false));
        assertArrayEquals(new double[] {0.2, 0.2, 0.4}, grouped, EXACT);
    }

    @Test
    void shorts_are_sold_only_when_allowed_and_up_to_the_gross_limit() {
        // Volatilities 1 and 2, correlation 0.9: the first gets (4 - 1.8) / (1 + 4 - 3.6) = 11/7.
        Covariance pair = new Covariance(new double[][] {{1, 0}, {1.8, 2 * Math.sqrt(0.19)}}, 0, "");
        int[] group = {-1, -1};
        assertArrayEquals(new double[] {1, 0}, Weights.minVariance(pair, group, new Caps(2, 2, 3, false)), EXACT);
        assertArrayEquals(
                new double[] {11 / 7.0, -4 / 7.0}, Weights.minVariance(pair, group, new Caps(2, 2, 3, true)), EXACT);
        assertArrayEquals(
                new double[] {1.25, -0.25}, Weights.minVariance(pair, group, new Caps(2, 2, 1.5, true)), EXACT);
    }

    @Test
    void the_largest_sharpe_ratio_weighs_by_excess_over_variance() {
        // 0.06 / 0.04 = 1.5 and 0.11 / 0.09 = 11/9.
        double[] found =
                Weights.maxSharpe(apart(0.2, 0.3), new double[] {0.08, 0.13}, 0.02, new int[] {-1, -1}, Caps.none());
        assertArrayEquals(new double[] {13.5 / 24.5, 11 / 24.5}, found, 1e-8);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, -0.2, -0.3", "0.02, 0.02, 0.02", "0.01, 0.0199999, -5"})
    void where_nothing_beats_the_risk_free_rate_least_variance_is_taken(double one, double two, double three) {
        Covariance covariance = apart(1, 2, 3);
        double[] found = Weights.maxSharpe(covariance, new double[] {one, two, three}, 0.02, NO_GROUPS, Caps.none());
        assertArrayEquals(Weights.minVariance(covariance, NO_GROUPS, Caps.none()), found, EXACT);
    }

    @Test
    void a_return_that_hardly_beats_the_risk_free_rate_gets_all() {
        double[] found = Weights.maxSharpe(
                apart(0.3, 0.1, 0.1), new double[] {0.02 + 1e-12, -0.5, -0.5}, 0.02, NO_GROUPS, Caps.none());
        assertEquals(1, found[0], 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"4,1", "12,2", "40,3", "120,4", "300,5"})
    void no_exchange_between_two_symbols_would_lower_the_variance(int size, int seed) {
        Covariance covariance = random(size, 250, seed);
        int[] group = new int[size];
        for (int i = 0; i < size; i++) {
            group[i] = i % 4 - 1;
        }
        Caps caps = new Caps(Math.max(0.3, 1.5 / size), 0.3, 1, false);
        double[] weights = Weights.minVariance(covariance, group, caps);
        double[] sums = new double[3];
        for (int i = 0; i < size; i++) {
            assertTrue(weights[i] >= 0 && weights[i] <= caps.maxPosition());
            if (group[i] >= 0) {
                sums[group[i]] += weights[i];
            }
        }
        assertEquals(
                Weights.investable(size, group, caps), Arrays.stream(weights).sum(), EXACT);
        double[] slope = covariance.times(weights);
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                boolean room = group[to] < 0 || group[to] == group[from] || sums[group[to]] < caps.maxGroup() - EXACT;
                if (weights[from] > EXACT && weights[to] < caps.maxPosition() - EXACT && room) {
                    assertTrue(slope[from] - slope[to] < 1e-8 * slope[from], from + " to " + to);
                }
            }
        }
        for (double sum : sums) {
            assertTrue(sum <= caps.maxGroup() + EXACT);
        }
    }

    @Test
    void equal_risk_means_equal_contributions() {
        assertArrayEquals(new double[] {2 / 3.0, 1 / 3.0}, Weights.equalRisk(apart(1, 2)), EXACT);
        Covariance covariance = random(20, 100, 9);
        double[] weights = Weights.equalRisk(covariance);
        double[] slope = covariance.times(weights);
        double risk = covariance.variance(weights);
        for (int i = 0; i < weights.length; i++) {
            assertEquals(1.0 / weights.length, weights[i] * slope[i] / risk, 1e-9);
        }
    }

    @Test
    void what_a_cap_takes_goes_to_the_others_in_proportion() {
        assertArrayEquals(
                new double[] {0.4, 0.4, 0.2},
                Weights.capped(new double[] {0.7, 0.2, 0.1}, NO_GROUPS, new Caps(0.4, 1, 1, false)),
                EXACT);
        assertArrayEquals(
                new double[] {0.25, 0.25, 0.5},
                Weights.capped(new double[] {0.4, 0.4, 0.2}, new int[] {0, 0, -1}, new Caps(1, 0.5, 1, false)),
                EXACT);
    }

    @Test
    void an_estimate_from_too_few_returns_is_shrunk_and_says_so() {
        double[][] returns = {{0.01, -0.01}, {0.02, -0.01}, {0.0, 0.01}};
        Covariance covariance = Covariance.sample(returns);
        assertTrue(covariance.note().contains("shrunk"), covariance.note());
        assertTrue(
                Covariance.sample(new double[][] {{0.01, -0.01, 0.02}}).note().isEmpty());
        // Daily variance of 0.01 and -0.01 is 0.0002.
        assertEquals(
                0.0002 * 252,
                Covariance.pairwise(new double[][] {{0.01, -0.01}}).at(0, 0),
                1e-12);
    }

    private static Covariance apart(double... volatilities) {
        double[][] factor = new double[volatilities.length][volatilities.length];
        for (int i = 0; i < volatilities.length; i++) {
            factor[i][i] = volatilities[i];
        }
        return new Covariance(factor, 0, "");
    }

    private static Covariance random(int size, int days, int seed) {
        Random random = new Random(seed);
        double[] market = random.doubles(days, -0.02, 0.02).toArray();
        double[][] returns = new double[size][days];
        for (double[] row : returns) {
            double beta = 0.5 + random.nextDouble();
            for (int t = 0; t < days; t++) {
                row[t] = beta * market[t] + 0.01 * random.nextGaussian();
            }
        }
        return Covariance.sample(returns);
    }
}
