package dev.llmagents.team.felicia.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Least variance and largest merit of many symbols: what has to hold at the best weights, and that each way there agrees. */
class LargeProgrammesTest {
    /** Daily returns of symbols that follow a market more or less. */
    private static double[][] returns(int symbols, int days, double together, long seed) {
        Random random = new Random(seed);
        double[] market = random.doubles(days, -0.02, 0.02).toArray();
        double[][] returns = new double[symbols][days];
        for (double[] row : returns) {
            double part = together * (0.5 + random.nextDouble());
            double own = 0.005 + 0.01 * random.nextDouble();
            for (int t = 0; t < days; t++) {
                row[t] = part * market[t] + own * random.nextGaussian();
            }
        }
        return returns;
    }

    private static int[] groups(int symbols, int count) {
        return IntStream.range(0, symbols)
                .map(i -> count == 0 ? -1 : i % (count + 1) - 1)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "6, 252, 0, 0, 0.3, 1", "40, 252, 1, 0, 0.2, 1", "150, 252, 0, 0, 0.2, 1", "150, 252, 1, 3, 0.05, 0.2",
        "300, 60, 0, 0, 0.2, 1", "300, 60, 0, 4, 0.01, 0.15", "300, 120, 1, 4, 0.05, 0.15", "400, 100, 0, 0, 0.003, 1"
    })
    void no_weight_can_be_moved_to_advantage(
            int symbols, int days, double together, int groups, double cap, double groupCap) {
        Covariance covariance = Covariance.sample(returns(symbols, days, together, symbols + days));
        int[] group = groups(symbols, groups);
        double[] weights = Weights.minVariance(covariance, group, new Caps(cap, groupCap, 1, false));
        double[] sums = new double[groups + 1];
        for (int i = 0; i < symbols; i++) {
            assertTrue(weights[i] >= 0 && weights[i] <= cap, weights[i] + " at " + i);
            sums[group[i] + 1] += weights[i];
        }
        assertEquals(
                Weights.investable(symbols, group, new Caps(cap, groupCap, 1, false)),
                Arrays.stream(weights).sum(),
                1e-10);
        double[] slope = covariance.times(weights);
        double scale = Arrays.stream(slope).max().orElseThrow();
        for (int from = 0; from < symbols; from++) {
            for (int to = 0; to < symbols; to++) {
                boolean room = group[to] < 0 || group[to] == group[from] || sums[group[to] + 1] < groupCap - 1e-10;
                if (weights[from] > 1e-10 && weights[to] < cap - 1e-10 && room) {
                    assertTrue(slope[from] - slope[to] < 1e-9 * scale, from + " to " + to);
                }
            }
        }
        for (int g = 1; g < sums.length; g++) {
            assertTrue(sums[g] <= groupCap + 1e-10);
        }
    }

    @Test
    void the_way_over_days_and_the_way_over_symbols_give_the_same() {
        Covariance covariance = Covariance.sample(returns(90, 40, 0.5, 5));
        FactorSystem system = new FactorSystem(covariance);
        // Sets that grow, shrink and change, as one round of the search follows another.
        for (int[] symbols : new int[][] {
            IntStream.range(0, 90).toArray(), IntStream.range(7, 80).toArray(), {1, 5, 6, 7, 60, 61, 62, 88}
        }) {
            double[][] direct = {new double[symbols.length], new double[symbols.length]};
            Arrays.fill(direct[0], 1);
            for (int k = 0; k < symbols.length; k++) {
                direct[1][k] = Math.sin(k);
            }
            double[][] overDays = {direct[0].clone(), direct[1].clone()};
            double[][] upper = new double[symbols.length][symbols.length];
            for (int i = 0; i < symbols.length; i++) {
                for (int j = i; j < symbols.length; j++) {
                    upper[i][j] = covariance.at(symbols[i], symbols[j]);
                }
            }
            assertTrue(LinearEquations.solveSymmetric(upper, direct));
            assertTrue(system.solve(symbols, overDays));
            for (int s = 0; s < direct.length; s++) {
                double largest = Arrays.stream(direct[s]).map(Math::abs).max().orElseThrow();
                assertArrayEquals(direct[s], overDays[s], 1e-10 * largest);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "6, 252, 0.5, 0, 0.3, 1", "40, 252, 1, 0, 0.2, 1", "150, 252, 0, 0, 0.02, 1", "150, 252, 1, 3, 0.05, 0.2",
        "300, 60, 0, 0, 0.2, 1", "300, 60, 0, 4, 0.01, 0.15", "300, 120, 1, 4, 0.05, 0.15", "400, 100, 0, 0, 0.003, 1"
    })
    void the_largest_sharpe_ratio_found_in_one_search_is_that_of_false_position(
            int symbols, int days, double together, int groups, double cap, double groupCap) {
        Covariance covariance = Covariance.sample(returns(symbols, days, together, symbols + days));
        double[] excess = new Random(symbols)
                .doubles(symbols, -0.2, 0.4)
                .map(each -> each * each * each * 10)
                .toArray();
        MeanVariance problem = new MeanVariance(covariance, groups(symbols, groups), new Caps(cap, groupCap, 1, false));
        double[] slow = Weights.falsePosition(problem, covariance, excess, problem.best(excess));
        MeanVariance again = new MeanVariance(covariance, groups(symbols, groups), new Caps(cap, groupCap, 1, false));
        Optional<double[]> quick = again.largestRatio(excess);
        // With groups or few symbols the one search may go in circles, and then says so.
        assertTrue(quick.isPresent() || groups > 0 || symbols < 100);
        assertArrayEquals(slow, quick.orElse(slow), 1e-9);
    }

    @Test
    void weights_that_earn_nothing_have_no_largest_ratio() {
        Covariance covariance = Covariance.sample(returns(20, 252, 0.5, 4));
        MeanVariance problem = new MeanVariance(covariance, groups(20, 0), Caps.none());
        double[] losses = new double[20];
        Arrays.fill(losses, -0.1);
        assertTrue(problem.largestRatio(losses).isEmpty());
    }

    @Test
    void a_matrix_that_is_not_positive_definite_is_refused() {
        assertFalse(LinearEquations.solveSymmetric(new double[][] {{1, 2}, {0, 1}}, new double[][] {{1, 1}}));
        assertFalse(LinearEquations.solveSymmetric(new double[][] {{0}}, new double[][] {{1}}));
        assertEquals(0, LinearEquations.solve(new double[][] {{1, 1, 1}, {2, 2, 2}}).length);
    }

    @Test
    void weights_do_not_hang_on_what_was_solved_before() {
        Covariance covariance = Covariance.sample(returns(120, 60, 0.3, 8));
        int[] group = groups(120, 0);
        double[] merit =
                IntStream.range(0, 120).mapToDouble(i -> 0.001 * Math.cos(i)).toArray();
        QuadraticProgramme used = new QuadraticProgramme(covariance, 1, 0, 0.1, group, 1);
        used.solve(new double[120]);
        double[] after = used.solve(merit);
        double[] fresh = new QuadraticProgramme(covariance, 1, 0, 0.1, group, 1).solve(merit);
        assertArrayEquals(fresh, after, 1e-10);
    }

    @Test
    void equal_symbols_share_what_they_get() {
        double[][] returns = returns(30, 252, 0.5, 3);
        returns[1] = returns[0].clone();
        double[] weights = Weights.minVariance(Covariance.sample(returns), groups(30, 0), new Caps(1, 1, 1, false));
        assertEquals(1, Arrays.stream(weights).sum(), 1e-10);
        assertEquals(weights[0], weights[1], 1e-6);
    }
}
