package dev.llmagents.report.felicia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.report.clean.JsonText;
import dev.llmagents.team.felicia.BankingOutcome;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.PaperJournal;
import dev.llmagents.team.felicia.TradeReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The files of a run, by name. */
public final class TradeFiles {
    /** Every name a run may write: those it does not write are left over from another run. */
    public static final Set<String> NAMES = Set.of(
            "plan.json",
            "orders.csv",
            "fills.csv",
            "equity.csv",
            "equity.svg",
            "drawdown.svg",
            "weights.svg",
            "backtest.json",
            "validation.json",
            "facts.json",
            "pain.001.xml",
            "pain.001.sek.xml",
            "bank.json",
            "ledger.journal",
            "report.md",
            "report.html");

    /** The same of a run of the bank alone. */
    public static final Set<String> BANK_NAMES =
            Set.of("pain.001.xml", "pain.001.sek.xml", "bank.json", "ledger.journal");

    private TradeFiles() {}

    public static Map<String, byte[]> of(FeliciaTeam.Result result) {
        TradeReport report = result.report();
        Map<String, Supplier<String>> texts = new TreeMap<>();
        texts.put("plan.json", () -> json(PlanJson.of(result)));
        texts.put("backtest.json", () -> json(BacktestJson.of(report.design())));
        texts.put("validation.json", () -> json(ValidationJson.of(report.validation())));
        texts.put("facts.json", () -> json(ValidationJson.facts(report.facts())));
        texts.put("orders.csv", () -> TradeCsv.orders(report));
        texts.put("fills.csv", () -> TradeCsv.fills(report));
        texts.put("equity.csv", () -> TradeCsv.equity(report));
        texts.put(
                "equity.svg",
                () -> TradeCharts.standalone(TradeCharts.equity(report.design().backtest())));
        texts.put(
                "drawdown.svg",
                () -> TradeCharts.standalone(
                        TradeCharts.drawdown(report.design().backtest())));
        texts.put(
                "weights.svg",
                () -> TradeCharts.standalone(TradeCharts.weights(
                        report.design().plan().weights(),
                        report.design().terms().limits().maxPosition())));
        texts.put(
                "ledger.journal",
                () -> PaperJournal.of(
                        report.felicia(),
                        Optional.of(report.design().terms().account()),
                        report.trades().executed(),
                        report.banking()));
        texts.put("report.md", () -> new TradeMarkdown().render(result));
        texts.put("report.html", () -> new TradeHtml().render(result));
        Map<String, byte[]> files = new TreeMap<>();
        bank(files, report.banking());
        // Each is made of the finished report alone.
        List<Map.Entry<String, byte[]>> made = texts.entrySet().parallelStream()
                .map(text -> Map.entry(text.getKey(), text.getValue().get().getBytes(StandardCharsets.UTF_8)))
                .toList();
        made.forEach(file -> files.put(file.getKey(), file.getValue()));
        return files;
    }

    /** The files of a run of the bank alone. */
    public static Map<String, byte[]> of(FeliciaTeam.BankResult result) {
        Map<String, byte[]> files = new TreeMap<>();
        bank(files, result.outcome());
        text(
                files,
                "ledger.journal",
                PaperJournal.of(result.felicia(), Optional.empty(), Optional.empty(), result.outcome()));
        return files;
    }

    private static void bank(Map<String, byte[]> files, BankingOutcome banking) {
        if (banking.report().isPresent()) {
            text(files, "bank.json", json(BankJson.of(banking)));
        }
        banking.files().forEach(file -> files.put(file.name(), file.bytes()));
    }

    private static String json(ObjectNode node) {
        return JsonText.safe(Json.writePretty(node)) + "\n";
    }

    private static void text(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
