package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that is not used costs nothing, not even the loading of its classes. */
class ProvidersTest {
    private static final String OURS = "dev.llmagents.";

    /** Loads the program's own classes anew and remembers what was asked for, also of libraries. */
    private static final class Watching extends ClassLoader {
        private final Set<String> asked = new TreeSet<>();

        Watching() {
            super(ProvidersTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                asked.add(name);
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                return name.startsWith(OURS) ? own(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    static Stream<Arguments> providers() {
        return Stream.of(
                Arguments.of("openAi", List.of("Gemini", "Bedrock", "Simulat", "Aws", "software.amazon")),
                Arguments.of(
                        "gemini", List.of("OpenAiProvider", "Chat", "Bedrock", "Simulat", "Aws", "software.amazon")),
                Arguments.of("bedrock", List.of("OpenAiProvider", "Chat", "Gemini", "Simulat")),
                Arguments.of(
                        "simulated",
                        List.of("OpenAi", "Chat", "Gemini", "Bedrock", "Aws", "software.amazon", "okhttp3")));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void making_one_provider_loads_no_class_of_the_others(String which, List<String> others) throws Exception {
        Watching loader = new Watching();
        Class<?> maker = Class.forName(Made.class.getName(), true, loader);
        Object id = maker.getMethod(which).invoke(null);
        Set<String> settings = Set.of(
                OURS + "provider.OpenAiSettings",
                OURS + "provider.GeminiSettings",
                OURS + "provider.BedrockSettings",
                OURS + "provider.simulated.Simulation");
        List<String> strangers = loader.asked.stream()
                .filter(name -> !settings.contains(name))
                .filter(name -> others.stream().anyMatch(name::contains))
                .toList();
        assertEquals(List.of(), strangers);
        assertTrue(loader.asked.stream()
                .anyMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains(id + "provider")));
    }
}
