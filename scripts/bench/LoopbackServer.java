import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that answers like OpenAI's, Bedrock's and Gemini's, by the path, after so many milliseconds, and, if told to, stands still for the first milliseconds of
 * every cycle. {@code LoopbackServer DELAY [STALL CYCLE]}. Prints its port. Whoever asks for {@code /delay/MS} sets the delay, but not
 * where it stands still.
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

    public static void main(String[] arguments) throws IOException {
        // Without it the JDK's server holds small answers back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("jdk.httpserver.maxConnections", "20000");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        AtomicLong delay = new AtomicLong(Long.parseLong(arguments[0]));
        if (arguments.length > 2) {
            new Stalling(delay.get(), Long.parseLong(arguments[1]), Long.parseLong(arguments[2])).serve();
            return;
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
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
            try {
                Thread.sleep(delay.get());
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] answer = answerTo(path, question);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    /**
     * Answers as exactly as it can after standing still: one thread writes all answers, in the order of coming, each with one
     * call of the system. The JDK's server wakes a thread for each of the two hundred that are due at once, each of which does more
     * than that; a test would measure how these and the client take the processors from each other.
     */
    private record Stalling(long delay, long stall, long cycle) {
        void serve() throws IOException {
            ExecutorService line = Executors.newSingleThreadExecutor();
            try (ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress())) {
                System.out.println(server.getLocalPort());
                while (true) {
                    Socket socket = server.accept();
                    socket.setTcpNoDelay(true);
                    Thread reader = new Thread(() -> read(socket, line));
                    reader.setDaemon(true);
                    reader.start();
                }
            }
        }

        private void read(Socket socket, ExecutorService line) {
            try (socket) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream();
                for (String request = head(in); !request.isEmpty(); request = head(in)) {
                    byte[] question = in.readNBytes(length(request));
                    // Cycles begin with the epoch, so the phase against a test's start is not fixed: its windows are whole
                    // cycles. Who comes later is never due earlier.
                    long now = System.currentTimeMillis();
                    long due = now + Math.max(0, stall - now % cycle) + delay;
                    byte[] answer = whole(answerTo(request.split(" ", 3)[1], question));
                    line.execute(() -> write(out, answer, due));
                }
            } catch (IOException gone) {
                // The client has closed the connection.
            }
        }

        /** Up to the empty line; empty at the end. */
        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                head.append((char) c);
                if (c == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
                    return head.toString();
                }
            }
            return "";
        }

        private static int length(String head) {
            String name = "\r\ncontent-length:";
            int at = head.toLowerCase(Locale.ROOT).indexOf(name);
            return at < 0 ? 0 : Integer.parseInt(head.substring(at + name.length(), head.indexOf('\r', at + 2)).strip());
        }

        private static byte[] whole(byte[] body) {
            byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, all, head.length, body.length);
            return all;
        }

        private static void write(OutputStream out, byte[] answer, long due) {
            try {
                Thread.sleep(Math.max(0, due - System.currentTimeMillis()));
                out.write(answer);
            } catch (IOException gone) {
                // Who asked does not wait for the answer any more.
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
