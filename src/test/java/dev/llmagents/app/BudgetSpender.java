package dev.llmagents.app;

import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.RateLimits;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.record.Terms;
import dev.llmagents.testing.Requests;
import dev.llmagents.usage.Budgets;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Another process that asks a model under a daily budget until it is spent or it has asked often enough. */
public final class BudgetSpender {
    private BudgetSpender() {}

    /** @param arguments the home folder, the server's address, the budget of a day, how often to ask */
    public static void main(String[] arguments) {
        Settings.Allowance allowance = new Settings.Allowance(
                new Budgets(
                        Optional.empty(),
                        Optional.of(new BigDecimal(arguments[2])),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        BigDecimal.ONE),
                RateLimits.NONE);
        Settings settings = new Settings(
                Mode.LOCAL,
                "acme",
                // With a key the server stands for one that bills.
                Optional.of(new Secret("key")),
                Optional.of(URI.create(arguments[1])),
                ProviderSettings.NONE,
                Map.of(),
                Optional.empty(),
                Duration.ofSeconds(60),
                new Settings.Privacy(true, true),
                allowance,
                Settings.Stores.DEFAULT);
        int refused = 0;
        int unanswered = 0;
        RunOptions options = new RunOptions(false, Optional.empty(), Optional.empty(), false, false);
        try (LocalService local = LocalService.of(
                settings,
                new Reach(settings, options),
                new Regions(settings, Optional::empty),
                Folders.of(Map.of("LLM_AGENTS_HOME", Path.of(arguments[0]).toString())),
                options,
                ModelTable.builtIn(),
                TimeSource.system(),
                new SecureRandom(),
                System.err::println,
                new RunTrail(
                        Keeping.NOTHING,
                        "run-1",
                        settings,
                        Optional.empty(),
                        new Terms(Map.of(), Terms.Sent.MASKED),
                        TimeSource.system(),
                        System.err::println))) {
            for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                try {
                    local.service().complete(Requests.request().build());
                } catch (LLMException failure) {
                    // A machine with too much to do lets calls run out of time: they are counted at their worst case.
                    switch (failure.type()) {
                        case BUDGET -> refused++;
                        case TIMEOUT -> unanswered++;
                        default -> throw failure;
                    }
                }
            }
        }
        System.out.println(refused + " " + unanswered);
    }
}
