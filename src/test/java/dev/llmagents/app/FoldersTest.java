package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldersTest {
    @Test
    void one_folder_holds_all_where_the_user_says_so() {
        Folders folders = Folders.of(Map.of("LLM_AGENTS_HOME", "/own", "HOME", "/home/anna", "XDG_CACHE_HOME", "/c"));
        assertEquals(Optional.of(Path.of("/own")), folders.config());
        assertEquals(Optional.of(Path.of("/own/cache")), folders.cache());
        assertEquals(Optional.of(Path.of("/own/state")), folders.state());
    }

    @Test
    void else_they_follow_the_specification() {
        Folders folders =
                Folders.of(Map.of("HOME", "/home/anna", "XDG_CACHE_HOME", "/c", "XDG_STATE_HOME", "relative"));
        assertEquals(Optional.of(Path.of("/home/anna/.config/llm-agents")), folders.config());
        assertEquals(Optional.of(Path.of("/c/llm-agents")), folders.cache());
        assertEquals(Optional.of(Path.of("/home/anna/.local/state/llm-agents")), folders.state());
    }

    @Test
    void without_a_home_nothing_is_kept() {
        assertEquals(
                new Folders(Optional.empty(), Optional.empty(), Optional.empty()), Folders.of(Map.of("HOME", " ")));
    }
}
