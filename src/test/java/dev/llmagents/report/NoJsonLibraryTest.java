package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.report.MeetingFormats.Destination;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report in the terminal must not wait for libraries it has no need of: a cold start counts in tenths of seconds. */
final class NoJsonLibraryTest {
    @ParameterizedTest
    @EnumSource(
            value = MeetingFormats.class,
            names = {"JSON", "ISSUES"},
            mode = EnumSource.Mode.EXCLUDE)
    void only_json_needs_the_json_library(MeetingFormats format) throws Exception {
        try (URLClassLoader own = new URLClassLoader(ownClasses(), ClassLoader.getPlatformClassLoader())) {
            Method render = own.loadClass(Sample.class.getName()).getDeclaredMethod("render", String.class);
            render.setAccessible(true);
            assertEquals(Sample.render(format.label()), render.invoke(null, format.label()));
        }
    }

    @Test
    void the_class_path_of_this_test_leaves_libraries_out() throws IOException {
        try (URLClassLoader own = new URLClassLoader(ownClasses(), ClassLoader.getPlatformClassLoader())) {
            assertTrue(own.getResource("com/fasterxml/jackson/databind/ObjectMapper.class") == null);
        }
    }

    /** What the other class loader is asked to do. */
    static final class Sample {
        private Sample() {}

        static String render(String format) {
            return MeetingFormats.named(format)
                    .orElseThrow()
                    .renderer(Destination.PIPE)
                    .render(new MeetingReports(List.of(SampleReports.english())), SampleFacts.withModel());
        }
    }

    private static URL[] ownClasses() throws MalformedURLException {
        List<URL> folders = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            File file = new File(entry);
            if (file.isDirectory()) {
                folders.add(file.toURI().toURL());
            }
        }
        return folders.toArray(URL[]::new);
    }
}
