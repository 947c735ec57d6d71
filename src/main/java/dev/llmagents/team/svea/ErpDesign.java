package dev.llmagents.team.svea;

import dev.llmagents.agent.Source;
import java.util.List;

/**
 * An ERPNext set-up for the company: the architect's part.
 *
 * @param customisations what has to be changed or added, so that the books meet Swedish law
 * @param integrations what is to be connected
 */
public record ErpDesign(List<Module> modules, List<Statement> customisations, List<Statement> integrations) {
    public ErpDesign {
        modules = List.copyOf(modules);
        customisations = List.copyOf(customisations);
        integrations = List.copyOf(integrations);
    }

    /**
     * A module of ERPNext to use.
     *
     * @param purpose what it carries here
     * @param why what in the books speaks for it
     */
    public record Module(String name, String purpose, String why, Source source) {}
}
