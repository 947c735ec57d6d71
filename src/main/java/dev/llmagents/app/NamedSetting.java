package dev.llmagents.app;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings that hold for somebody with a name: {@code budgets.tenant.acme.daily}. They stand in {@code config.yaml} only,
 * since names have letters that names of variables have not.
 *
 * @param kind {@code tenant}, {@code team} or {@code agent}
 */
record NamedSetting(String group, String kind, String name, String figure) {
    static final String BUDGETS = "budgets";
    static final String LIMITS = "limits";
    static final String DAILY = "daily";
    static final String REQUESTS = "requests_per_minute";
    static final String TOKENS = "tokens_per_minute";

    private static final Pattern FORM = Pattern.compile("(budgets|limits)\\.(tenant|team|agent)\\.(.+)\\.([^.]+)");

    /** Empty if {@code key} is none of these. */
    static Optional<NamedSetting> of(String key) {
        Matcher parts = FORM.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        NamedSetting setting = new NamedSetting(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
        return setting.isKnown() ? Optional.of(setting) : Optional.empty();
    }

    private boolean isKnown() {
        return group.equals(BUDGETS)
                ? figure.equals(DAILY)
                : !kind.equals("tenant") && (figure.equals(REQUESTS) || figure.equals(TOKENS));
    }

    /** Keys of this form that somebody may have meant who wrote {@code key}. */
    static List<String> likely(String key) {
        if (!key.startsWith(BUDGETS + ".") && !key.startsWith(LIMITS + ".")) {
            return List.of();
        }
        String[] parts = key.split("\\.", -1);
        String name = parts.length > 3
                ? String.join(".", List.of(parts).subList(2, parts.length - 1))
                : parts.length > 2 ? parts[2] : "NAME";
        return List.of(
                "budgets.tenant." + name + ".daily",
                "budgets.team." + name + ".daily",
                "budgets.agent." + name + ".daily",
                "limits.team." + name + "." + REQUESTS,
                "limits.team." + name + "." + TOKENS,
                "limits.agent." + name + "." + REQUESTS,
                "limits.agent." + name + "." + TOKENS);
    }
}
