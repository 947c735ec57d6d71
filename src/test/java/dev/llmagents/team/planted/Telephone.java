package dev.llmagents.team.planted;

import dev.llmagents.provider.OpenAiSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import okhttp3.OkHttpClient;

/** Planted: an agent that reaches a model around the service in every way there is. Never run. */
public final class Telephone {
    public static Object call() throws IOException {
        try (Socket socket = new Socket("localhost", 1)) {
            return new Object[] {socket, new OkHttpClient(), HttpClient.newHttpClient(), OpenAiSettings.OPENAI};
        }
    }

    private Telephone() {}
}
