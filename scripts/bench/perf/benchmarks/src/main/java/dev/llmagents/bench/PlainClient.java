package dev.llmagents.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The floor: OkHttp and Jackson, the same messages, and nothing else. */
final class PlainClient implements Caller {
    private static final MediaType JSON = MediaType.get("application/json");

    private final String url;
    private final Function<String, List<String[]>> messages;
    private final ObjectMapper mapper = new ObjectMapper();
    private final OkHttpClient client;

    /** @param callers at once: as many connections are kept */
    PlainClient(String baseUrl, int callers, Function<String, List<String[]>> messages) {
        this.url = baseUrl + "/chat/completions";
        this.messages = messages;
        this.client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(callers, 5, TimeUnit.MINUTES))
                .readTimeout(1, TimeUnit.MINUTES)
                .build();
    }

    @Override
    public List<String[]> messages(String mark) {
        return messages.apply(mark);
    }

    @Override
    public void ask(String mark) {
        ObjectNode body = mapper.createObjectNode();
        body.put("model", "gpt-4o-mini").put("temperature", 0.1).put("max_tokens", 1500);
        ArrayNode all = body.putArray("messages");
        for (String[] message : messages(mark)) {
            all.addObject().put("role", message[0]).put("content", message[1]);
        }
        try {
            Request request = new Request.Builder()
                    .url(url)
                    .header("Authorization", "Bearer bench-key")
                    .post(RequestBody.create(mapper.writeValueAsBytes(body), JSON))
                    .build();
            try (Response response = client.newCall(request).execute()) {
                JsonNode answer = mapper.readTree(response.body().bytes());
                if (answer.at("/choices/0/message/content").asText().isEmpty()) {
                    throw new IOException("no answer");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
