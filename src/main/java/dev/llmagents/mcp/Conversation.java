package dev.llmagents.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The two streams of a server, with the requests that wait for an answer. The library that reads them hangs up at the end
 * of its input and leaves what it has not answered yet: here the end is held back until everything is.
 */
final class Conversation {
    private final ObjectMapper json;
    private final Set<String> unanswered = new HashSet<>();
    private final CountDownLatch end = new CountDownLatch(1);

    Conversation(ObjectMapper json) {
        this.json = json;
    }

    /** Waits until the input has ended and every request is answered. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    InputStream hearing(InputStream in) {
        LineTap lines = new LineTap(this::heard);
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (read >= 0) {
                    lines.add(bytes, offset, read);
                    return read;
                }
                lines.end();
                awaitAnswers();
                return read;
            }
        };
    }

    OutputStream telling(OutputStream out) {
        LineTap lines = new LineTap(this::told);
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                lines.add(bytes, offset, length);
            }
        };
    }

    private synchronized void heard(String line) {
        JsonNode message = parsed(line);
        if (message.hasNonNull("id") && message.has("method")) {
            unanswered.add(message.path("id").toString());
        } else if (message.path("method").asText().equals("notifications/cancelled")) {
            // What was called off need not be answered.
            answered(message.path("params").path("requestId"));
        }
    }

    private synchronized void told(String line) {
        JsonNode message = parsed(line);
        if (!message.has("method")) {
            answered(message.path("id"));
        }
    }

    private void answered(JsonNode id) {
        unanswered.remove(id.toString());
        notifyAll();
    }

    private synchronized void awaitAnswers() throws IOException {
        try {
            while (!unanswered.isEmpty()) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while requests were being answered", stopped);
        } finally {
            end.countDown();
        }
    }

    /** An empty node for what is no JSON: the library tells the other side of it. */
    private JsonNode parsed(String line) {
        try {
            JsonNode message = json.readTree(line);
            return message == null ? json.missingNode() : message;
        } catch (JsonProcessingException notJson) {
            return json.missingNode();
        }
    }
}
