package dev.llmagents.usage.stats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * Makes usage logs of any size, in the form the program writes, the same from the same seed. For tests and for {@code
 * scripts/bench/stats}; not shipped.
 */
final class UsageLogGenerator {
    private static final String[] AGENTS = {
        "meetmind.implementation",
        "meetmind.summary",
        "meetmind.qa",
        "meetmind.coordinator",
        "svea.vat",
        "svea.invoice",
        "svea.records",
        "felicia.research",
        "felicia.risk",
        "felicia.banking"
    };
    private static final String[] MODELS = {"gpt-4o-mini", "gpt-4.1", "gpt-5-mini-2025-08-07", "llama3.1"};
    private static final String[] TENANTS = {"default", "acme", "nordic-bank", "café åäö"};
    private static final String[] ERRORS = {"rate_limited", "timeout", "outage", "cut_stream", "invalid_output"};
    // Millionths of a dollar per token in, cached and out.
    private static final double[][] PRICES = {{0.15, 0.075, 0.60}, {2.00, 0.50, 8.00}, {0.25, 0.025, 2.00}, {0, 0, 0}};

    private final Random random;

    UsageLogGenerator(long seed) {
        random = new Random(seed);
    }

    /** @param arguments a folder, how many bytes, over how many days before 2026-11-22T00:00Z */
    public static void main(String[] arguments) throws IOException {
        new UsageLogGenerator(1)
                .write(
                        Path.of(arguments[0]),
                        Long.parseLong(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        LocalDate.parse("2026-11-22"));
    }

    /** Writes a file for each of {@code days} days before {@code end}, {@code bytes} in all, evenly. */
    void write(Path folder, long bytes, int days, LocalDate end) throws IOException {
        Files.createDirectories(folder);
        long perDay = bytes / days;
        for (int day = days; day >= 1; day--) {
            LocalDate date = end.minusDays(day);
            Instant midnight = Instant.parse(date + "T00:00:00Z");
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(folder.resolve("usage-" + date + ".jsonl")), 1 << 20)) {
                long written = 0;
                while (written < perDay) {
                    long millis = (long) (86_399_000.0 * written / perDay) + random.nextInt(5);
                    byte[] line =
                            (line(midnight.plus(millis, ChronoUnit.MILLIS)) + "\n").getBytes(StandardCharsets.UTF_8);
                    out.write(line);
                    written += line.length;
                }
            }
        }
    }

    /** One line, without its end. */
    String line(Instant time) {
        String agent = AGENTS[skewed(AGENTS.length)];
        int model = skewed(MODELS.length);
        boolean error = random.nextInt(40) == 0;
        int luck = random.nextInt(100);
        String cause = luck < 20
                ? "cache"
                : luck < 22 ? "coalesced" : luck < 26 ? "retry" : luck < 29 ? "fallback" : "initial";
        boolean billed = luck >= 22;
        error &= billed;
        int prompt = error ? 0 : 200 + random.nextInt(6_000);
        int cached = error || random.nextInt(3) > 0 ? 0 : random.nextInt(prompt);
        int completion = error ? 0 : 20 + random.nextInt(900);
        BigDecimal price = price(model, prompt, cached, completion);
        long latency = billed ? (long) Math.exp(7 + 0.8 * random.nextGaussian()) : random.nextInt(4);
        String cost = !billed ? "0" : model == 3 && random.nextInt(4) == 0 ? "null" : price.toString();
        return "{\"v\":1,\"ts\":\"" + milliseconds(time) + "\",\"runId\":\"" + hex(6) + "\",\"step\":\"" + agent
                + "\",\"attempt\":" + (cause.equals("retry") || cause.equals("fallback") ? 2 : 1) + ",\"promptChars\":"
                + prompt * 4 + ",\"cause\":\"" + cause + "\",\"tenant\":\"" + TENANTS[skewed(TENANTS.length)]
                + "\",\"team\":\"" + agent.substring(0, agent.indexOf('.')) + "\",\"agent\":\"" + agent
                + "\",\"model\":\""
                + MODELS[model] + "\",\"provider\":\"openai\",\"promptTokens\":" + prompt + ",\"cachedPromptTokens\":"
                + cached
                + ",\"cacheWriteTokens\":0,\"reasoningTokens\":" + completion / 3 + ",\"completionTokens\":"
                + completion
                + ",\"costUsd\":" + cost + ",\"savedUsd\":" + (billed ? "0" : price) + ",\"priceAsOf\":\"2026-06-21\","
                + "\"latencyMs\":" + latency + ",\"overheadMs\":" + random.nextInt(30) / 10.0
                + ",\"ttftMs\":null,\"cached\":"
                + cause.equals("cache") + ",\"status\":\"" + (error ? "error" : "ok") + "\",\"errorType\":"
                + (error ? "\"" + ERRORS[skewed(ERRORS.length)] + "\"" : "null") + ",\"requestId\":\"chatcmpl-"
                + hex(12)
                + "\",\"promptHash\":\"" + hex(32)
                + "\",\"user\":\"anna\",\"host\":\"api.openai.com\",\"region\":\"us\","
                + "\"masked\":{},\"consent\":true}";
    }

    private static BigDecimal price(int model, int prompt, int cached, int completion) {
        double[] rate = PRICES[model];
        return BigDecimal.valueOf(rate[0])
                .multiply(BigDecimal.valueOf(prompt - cached))
                .add(BigDecimal.valueOf(rate[1]).multiply(BigDecimal.valueOf(cached)))
                .add(BigDecimal.valueOf(rate[2]).multiply(BigDecimal.valueOf(completion)))
                .movePointLeft(6);
    }

    private static String milliseconds(Instant time) {
        String text = time.truncatedTo(ChronoUnit.SECONDS).toString();
        String millis = Long.toString(1000 + Math.floorMod(time.toEpochMilli(), 1000L));
        return text.substring(0, text.length() - 1) + "." + millis.substring(1) + "Z";
    }

    private int skewed(int size) {
        return Math.min(random.nextInt(size), random.nextInt(size));
    }

    private String hex(int bytes) {
        StringBuilder text = new StringBuilder(bytes * 2);
        for (int i = 0; i < bytes; i++) {
            int value = random.nextInt(256);
            text.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
        }
        return text.toString();
    }
}
