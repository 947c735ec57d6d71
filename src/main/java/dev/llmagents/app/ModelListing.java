package dev.llmagents.app;

import dev.llmagents.llm.ModelPrice;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.provider.Providers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The models a user can name, what they cost, and whether they can be asked with the settings as they are. Nobody is asked.
 *
 * @param asOf the day the prices were last compared with the providers' lists
 */
public record ModelListing(LocalDate asOf, List<Entry> entries) {

    public ModelListing {
        entries = List.copyOf(entries);
    }

    /**
     * One model.
     *
     * @param tiers the tiers it answers for under these settings, each with its place in their order, from 1
     * @param region where it answers, as far as known
     * @param price empty if nobody knows
     * @param reachable whether a key for its provider is there
     */
    public record Entry(
            Map<String, Integer> tiers,
            List<String> aliases,
            ModelTarget target,
            String region,
            Optional<ModelPrice> price,
            boolean reachable) {}

    /** @param day the day the prices are for */
    public static ModelListing of(Settings settings, LocalDate day) {
        ModelTable table = PriceFile.table(settings.providers().prices());
        RunOptions options = new RunOptions(false, Optional.empty(), Optional.empty(), true, true);
        Reach reach = new Reach(settings, options);
        ProviderSettings.Aws aws = settings.providers().aws();
        // What the settings do not say is not looked for elsewhere: a list must not ask the network.
        Models models = new Models(table, settings, options, reach, aws::region);
        Regions regions = new Regions(settings, aws::region);
        Set<ModelTarget> all = new LinkedHashSet<>();
        table.tiers().forEach(tier -> all.addAll(models.wanted(tier)));
        all.addAll(table.models());
        List<Entry> entries = new ArrayList<>();
        for (ModelTarget target : all) {
            Map<String, Integer> tiers = new TreeMap<>();
            for (String tier : table.tiers()) {
                int place = models.wanted(tier).indexOf(target);
                if (place >= 0) {
                    tiers.put(tier, place + 1);
                }
            }
            boolean served = aws.region()
                    .map(region -> Regions.isServed(target.model(), region))
                    .orElse(true);
            entries.add(new Entry(
                    tiers,
                    table.aliasesOf(target),
                    target,
                    region(target, regions, table),
                    reach.onThisMachine().contains(target.provider())
                            ? Optional.of(ModelPrice.free(day))
                            : table.find(target, day).map(ModelTable.Row::price),
                    reach.providers().contains(target.provider())
                            && (served || !target.provider().equals(Providers.BEDROCK))));
        }
        return new ModelListing(table.asOf(), entries);
    }

    /** Where a model answers; before a region of AWS is set, what the table says of it. */
    private static String region(ModelTarget target, Regions regions, ModelTable table) {
        String region = regions.of(target);
        boolean byTable = region.equals(Regions.UNKNOWN) && target.provider().equals(Providers.BEDROCK);
        return byTable ? table.details(target).map(ModelTable.Details::region).orElse(region) : region;
    }
}
