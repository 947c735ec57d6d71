package dev.llmagents.prompt;

import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import java.util.Map;

/** The partials of one prompt, and nothing else: no name reaches a file. */
final class PartialTemplates extends AbstractTemplateLoader {
    private final Map<String, String> partials;

    PartialTemplates(Map<String, String> partials) {
        this.partials = partials;
    }

    @Override
    public TemplateSource sourceAt(String name) {
        String text = partials.get(name);
        if (text == null) {
            throw new PromptException(
                    "there is no partial '" + name + "': it would be the file _" + name + ".prompt beside the prompt.");
        }
        return new StringTemplateSource(name, text);
    }
}
