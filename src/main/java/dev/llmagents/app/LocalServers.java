package dev.llmagents.app;

import dev.llmagents.app.Health.Finding;
import dev.llmagents.app.Health.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Model servers of this machine, by the ports they usually listen on. Nothing is sent to them, and they are not used. */
final class LocalServers {
    // Ollama, LM Studio, llama.cpp's server.
    private static final List<Integer> USUAL_PORTS = List.of(11434, 1234, 8080);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private LocalServers() {}

    static List<Finding> findings() {
        return findings(USUAL_PORTS);
    }

    static List<Finding> findings(List<Integer> ports) {
        List<Finding> found = new ArrayList<>();
        for (int port : ports) {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
                found.add(new Finding(
                        "local server",
                        Level.NOTE,
                        "something listens on port " + port
                                + " of this machine; if it is a model server, it is used once"
                                + " OPENAI_BASE_URL=http://127.0.0.1:" + port + "/v1 is set"));
            } catch (IOException nobody) {
                // The usual case.
            }
        }
        return found;
    }
}
