package dev.llmagents.report.felicia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.report.clean.JsonText;
import dev.llmagents.team.felicia.BankingOutcome;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.PaperJournal;
import dev.llmagents.team.felicia.TradeReport;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
        Map<String, byte[]> files = new TreeMap<>();
        json(files, "plan.json", PlanJson.of(result));
        json(files, "backtest.json", BacktestJson.of(report.design()));
        json(files, "validation.json", ValidationJson.of(report.validation()));
        json(files, "facts.json", ValidationJson.facts(report.facts()));
        text(files, "orders.csv", TradeCsv.orders(report));
        text(files, "fills.csv", TradeCsv.fills(report));
        text(files, "equity.csv", TradeCsv.equity(report));
        text(
                files,
                "equity.svg",
                TradeCharts.standalone(TradeCharts.equity(report.design().backtest())));
        text(
                files,
                "drawdown.svg",
                TradeCharts.standalone(TradeCharts.drawdown(report.design().backtest())));
        text(
                files,
                "weights.svg",
                TradeCharts.standalone(TradeCharts.weights(
                        report.design().plan().weights(),
                        report.design().terms().limits().maxPosition())));
        text(
                files,
                "ledger.journal",
                PaperJournal.of(
                        report.felicia(),
                        Optional.of(report.design().terms().account()),
                        report.trades().executed(),
                        report.banking()));
        bank(files, report.banking());
        text(files, "report.md", new TradeMarkdown().render(result));
        text(files, "report.html", new TradeHtml().render(result));
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
            json(files, "bank.json", BankJson.of(banking));
        }
        banking.files().forEach(file -> files.put(file.name(), file.bytes()));
    }

    private static void json(Map<String, byte[]> files, String name, ObjectNode node) {
        text(files, name, JsonText.safe(Json.writePretty(node)) + "\n");
    }

    private static void text(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
