import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that answers like OpenAI's and keeps the bill: every request costs what gpt-4o costs for 2,000 tokens of prompt
 * and 600 of answer. {@code GET /bill} tells requests and dollars. Prints its port.
 */
public final class BillingServer {
    private static final String ANSWER = "{\"id\":\"c\",\"model\":\"gpt-4o\",\"choices\":[{\"message\":{\"content\":\"{}\"},"
            + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":2000,\"completion_tokens\":600}}";
    private static final BigDecimal PRICE = new BigDecimal("0.011");

    private BillingServer() {}

    public static void main(String[] arguments) throws IOException {
        AtomicLong requests = new AtomicLong();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean asksForBill = exchange.getRequestURI().getPath().equals("/bill");
            long count = asksForBill ? requests.get() : requests.incrementAndGet();
            String text = asksForBill ? count + " " + PRICE.multiply(BigDecimal.valueOf(count)) + "\n" : ANSWER;
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
