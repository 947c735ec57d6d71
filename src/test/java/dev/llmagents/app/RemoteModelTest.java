package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.TimeSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a model may be asked, and whether what it is sent is masked. Nothing here is sent. */
class RemoteModelTest {
    @TempDir
    private Path home;

    private static Settings settings(Mode mode, Optional<Secret> key, Optional<URI> url, boolean maskLocal) {
        return new Settings(
                mode,
                "default",
                key,
                url,
                ProviderSettings.NONE,
                Map.of(),
                Optional.empty(),
                Duration.ofSeconds(1),
                new Settings.Privacy(true, maskLocal),
                Settings.Allowance.UNLIMITED,
                Settings.Stores.DEFAULT);
    }

    private ModelAccess access(Settings settings) {
        RunOptions options = new RunOptions(false, Optional.empty(), Optional.empty(), true, true, false);
        Folders folders = Folders.of(Map.of("LLM_AGENTS_HOME", home.toString()));
        try (App app = new App(settings, folders, options, TimeSource.system(), new Random(1), warning -> {})) {
            return app.access();
        }
    }

    @Test
    void a_key_is_all_a_remote_model_needs_since_what_it_is_sent_is_masked() {
        Settings remote = settings(Mode.AUTO, Optional.of(new Secret("sk-test")), Optional.empty(), false);
        assertInstanceOf(ModelAccess.Open.class, access(remote));
        assertEquals(1, LocalService.privacy(remote, false).size());
    }

    @Test
    void only_consent_and_a_setting_for_this_machine_take_the_masking_away() {
        Settings remote = settings(Mode.AUTO, Optional.of(new Secret("sk-test")), Optional.empty(), false);
        Optional<URI> url = Optional.of(URI.create("http://127.0.0.1:1/v1"));
        Settings local = settings(Mode.AUTO, Optional.empty(), url, true);
        Settings freed = settings(Mode.AUTO, Optional.empty(), url, false);
        List<LLMStep> none = List.of();
        assertEquals(none, LocalService.privacy(remote, true));
        assertEquals(1, LocalService.privacy(local, false).size());
        assertEquals(none, LocalService.privacy(freed, false));
    }

    @Test
    void without_key_or_server_and_offline_no_model_is_asked() {
        assertInstanceOf(
                ModelAccess.Closed.class, access(settings(Mode.AUTO, Optional.empty(), Optional.empty(), true)));
        assertInstanceOf(
                ModelAccess.Closed.class,
                access(settings(Mode.OFFLINE, Optional.of(new Secret("sk-test")), Optional.empty(), true)));
    }
}
