import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that answers like OpenAI's, Bedrock's and Gemini's, by the path, after so many milliseconds, and, if told to, stands still for the first milliseconds of
 * every cycle. {@code LoopbackServer DELAY [STALL CYCLE]}. Prints its port. Whoever asks for {@code /delay/MS} sets the delay.
 */
public final class LoopbackServer {
    private static final byte[] ANSWER = ("{\"id\":\"c\",\"model\":\"bench\",\"choices\":[{\"message\":{\"content\":"
                    + "\"{\\\"issues\\\":[]}\"},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":500,\"completion_tokens\":5}}")
            .getBytes(StandardCharsets.UTF_8);

    private static final byte[] CONVERSE = ("{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":"
                    + "\"{\\\"issues\\\":[]}\"}]}},\"stopReason\":\"end_turn\","
                    + "\"usage\":{\"inputTokens\":500,\"outputTokens\":5,\"totalTokens\":505}}")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] GENERATED = ("{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":"
                    + "\"{\\\"issues\\\":[]}\"}]},\"finishReason\":\"STOP\"}],"
                    + "\"usageMetadata\":{\"promptTokenCount\":500,\"candidatesTokenCount\":5,\"totalTokenCount\":505}}")
            .getBytes(StandardCharsets.UTF_8);

    private LoopbackServer() {}

    private static byte[] answerTo(String path) {
        return path.contains("/converse") ? CONVERSE : path.contains("generateContent") ? GENERATED : ANSWER;
    }

    public static void main(String[] arguments) throws IOException {
        // Without it the JDK's server holds small answers back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("jdk.httpserver.maxConnections", "20000");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        AtomicLong delay = new AtomicLong(Long.parseLong(arguments[0]));
        long stall = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        long cycle = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/delay/")) {
                delay.set(Long.parseLong(path.substring("/delay/".length())));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
                return;
            }
            try {
                // Cycles begin with the epoch, so the phase against a test's start is not fixed: its windows are whole cycles.
                long intoCycle = System.currentTimeMillis() % cycle;
                Thread.sleep(delay.get() + Math.max(0, stall - intoCycle));
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] answer = answerTo(path);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }
}
