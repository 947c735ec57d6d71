import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * What the LLM service is compared with: OkHttp and Jackson and nothing else.
 * {@code PlainClient URL CALLERS WARM-UP SECONDS PROMPT-CHARS}, prints calls a second, p50 and p99 in milliseconds.
 */
public final class PlainClient {
    private static final MediaType JSON = MediaType.get("application/json");

    private PlainClient() {}

    public static void main(String[] arguments) throws InterruptedException {
        String url = arguments[0] + "/chat/completions";
        int callers = Integer.parseInt(arguments[1]);
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
        long seconds = Long.parseLong(arguments[3]);
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        String prompt = "and so they went on ".repeat(Integer.parseInt(arguments[4]) / 20 + 1);
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(callers, 5, TimeUnit.MINUTES))
                .build();
        ObjectMapper mapper = new ObjectMapper();
        ConcurrentHistogram times = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
        Thread[] threads = new Thread[callers];
        for (int caller = 0; caller < callers; caller++) {
            String name = "caller " + caller;
            threads[caller] = new Thread(() -> {
                for (int number = 0; System.nanoTime() < end; number++) {
                    long begun = System.nanoTime();
                    try {
                        ask(client, mapper, url, prompt + name + " " + number);
                    } catch (IOException failure) {
                        throw new java.io.UncheckedIOException(failure);
                    }
                    if (begun >= start) {
                        times.recordValue((System.nanoTime() - begun) / 1_000);
                    }
                }
            });
            threads[caller].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%.1f %.3f %.3f",
                times.getTotalCount() / (double) seconds,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(99) / 1e3));
    }

    private static void ask(OkHttpClient client, ObjectMapper mapper, String url, String prompt) throws IOException {
        ObjectNode body = mapper.createObjectNode();
        body.put("model", "bench").put("temperature", 0.1).put("max_tokens", 100);
        body.putArray("messages").addObject().put("role", "user").put("content", prompt);
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(mapper.writeValueAsBytes(body), JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            JsonNode answer = mapper.readTree(response.body().bytes());
            if (!answer.at("/choices/0/message/content").isTextual()) {
                throw new IOException("no answer");
            }
        }
    }
}
