import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that answers like OpenAI's and keeps the bill: every request costs what gpt-4o costs for a token for
 * each four characters of it and an answer of 600 tokens, or as long as the request allows. {@code GET /bill} tells requests and dollars. Prints its port.
 */
public final class BillingServer {
    private static final Pattern LIMIT = Pattern.compile("\"max(?:_completion)?_tokens\":(\\d+)");
    private static final int LONGEST_ANSWER = 600;
    private static final int CHARACTERS_OF_TOKEN = 4;
    // US dollars for ten million tokens of gpt-4o.
    private static final long PROMPT_PRICE = 25;
    private static final long ANSWER_PRICE = 100;
    private static final BigDecimal UNIT = new BigDecimal("0.0000001");

    private BillingServer() {}

    public static void main(String[] arguments) throws IOException {
        AtomicLong requests = new AtomicLong();
        AtomicLong units = new AtomicLong();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String text;
            if (exchange.getRequestURI().getPath().equals("/bill")) {
                text = requests.get() + " " + UNIT.multiply(BigDecimal.valueOf(units.get())).toPlainString() + "\n";
            } else {
                Matcher limit = LIMIT.matcher(request);
                int answer = limit.find() ? Math.min(LONGEST_ANSWER, Integer.parseInt(limit.group(1))) : LONGEST_ANSWER;
                int prompt = request.length() / CHARACTERS_OF_TOKEN;
                requests.incrementAndGet();
                units.addAndGet(prompt * PROMPT_PRICE + answer * ANSWER_PRICE);
                text = "{\"id\":\"c\",\"model\":\"gpt-4o\",\"choices\":[{\"message\":{\"content\":\"{}\"},"
                        + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":" + prompt
                        + ",\"completion_tokens\":" + answer + "}}";
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }
}
