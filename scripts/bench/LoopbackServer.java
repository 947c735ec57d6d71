import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
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

    // What the other agents of a meeting accept, so that none asks twice: by the name of the wanted form.
    private static final Map<String, String> FORMS = Map.of(
            "meetmind_architect", "{\"topics\":[]}",
            "meetmind_coordinator", "{\"headline\":\"Nothing new.\",\"focus\":[]}",
            "meetmind_implementation",
                    "{\"summary\":[],\"decisions\":[],\"actionItems\":[],\"risks\":[],\"openQuestions\":[]}",
            "meetmind_product_manager", "{\"requirements\":[],\"features\":[]}");

    private static byte[] answerTo(String path, byte[] question) {
        if (path.contains("/converse")) {
            return CONVERSE;
        }
        if (path.contains("enerateContent")) { // streamGenerateContent, too
            return GENERATED;
        }
        String text = new String(question, StandardCharsets.ISO_8859_1);
        int form = text.lastIndexOf("\"json_schema\":{\"name\":\"");
        if (form >= 0) {
            String name = text.substring(form).split("\"", 7)[5];
            if (FORMS.containsKey(name)) {
                String answer = FORMS.get(name).replace("\"", "\\\"");
                return new String(ANSWER, StandardCharsets.UTF_8)
                        .replace("{\\\"issues\\\":[]}", answer)
                        .getBytes(StandardCharsets.UTF_8);
            }
        }
        return ANSWER;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, String path, byte[] question) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] answer = answerTo(path, question);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException gone) {
            // Who asked does not wait for the answer any more.
        }
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
        ExecutorService line = Executors.newSingleThreadExecutor();
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            byte[] question = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/delay/")) {
                delay.set(Long.parseLong(path.substring("/delay/".length())));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
                return;
            }
            if (stall == 0) {
                sleep(delay.get());
                answer(exchange, path, question);
                return;
            }
            // Cycles begin with the epoch, so the phase against a test's start is not fixed: its windows are whole cycles.
            long now = System.currentTimeMillis();
            long due = now + Math.max(0, stall - now % cycle) + delay.get();
            // Two hundred threads that woke at the end of a stall would take the processors from each other and from the
            // client, and what is measured would be their crowd. Who comes later is never due earlier, so one thread will do.
            line.execute(() -> {
                sleep(due - System.currentTimeMillis());
                answer(exchange, path, question);
            });
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }
}
