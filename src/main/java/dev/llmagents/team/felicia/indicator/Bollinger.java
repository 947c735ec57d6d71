package dev.llmagents.team.felicia.indicator;

/** Bollinger bands: the simple average, and so many population standard deviations above and below it. */
public record Bollinger(double[] middle, double[] upper, double[] lower) {

    public static Bollinger of(double[] prices, int window, double deviations) {
        double[] middle = MovingAverage.simple(prices, window);
        double[] upper = MovingAverage.empty(prices.length);
        double[] lower = MovingAverage.empty(prices.length);
        for (int i = window - 1; i < prices.length; i++) {
            double squares = 0;
            for (int j = i - window + 1; j <= i; j++) {
                squares += (prices[j] - middle[i]) * (prices[j] - middle[i]);
            }
            double width = deviations * Math.sqrt(squares / window);
            upper[i] = middle[i] + width;
            lower[i] = middle[i] - width;
        }
        return new Bollinger(middle, upper, lower);
    }
}
