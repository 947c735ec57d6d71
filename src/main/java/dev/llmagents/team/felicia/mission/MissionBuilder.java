package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Makes the records of a mission out of values that were found sound. */
final class MissionBuilder {
    private MissionBuilder() {}

    static Mission mission(String name, String sha256, Values root, SortedMap<String, Origin> origins) {
        return new Mission(
                name,
                sha256,
                objective(section(root, "mission")),
                root.section("portfolio").map(MissionBuilder::portfolio),
                root.list("universe").stream().map(MissionBuilder::instrument).toList(),
                columns(section(root, "data")),
                strategy(section(root, "strategy")),
                risk(section(root, "risk")),
                costs(section(root, "costs")),
                execution(section(root, "execution")),
                backtest(section(root, "backtest")),
                root.section("banking").map(MissionBuilder::banking),
                Collections.unmodifiableSortedMap(origins));
    }

    private static Values section(Values root, String key) {
        return root.section(key).orElseThrow(() -> new IllegalStateException("the table of keys demands no " + key));
    }

    private static Objective objective(Values values) {
        return new Objective(
                values.optionalText("statement"),
                values.optionalText("risk_profile").map(RiskProfile::of),
                values.whole("horizon_months"),
                values.date("as_of"));
    }

    private static OwnedPortfolio portfolio(Values values) {
        List<OwnedPortfolio.Holding> positions = values.list("positions").stream()
                .map(position -> new OwnedPortfolio.Holding(
                        position.text("symbol"), position.number("quantity"), position.optionalNumber("avg_price")))
                .toList();
        return new OwnedPortfolio(
                values.text("base_currency"), values.number("cash"), values.optionalNumber("peak_equity"), positions);
    }

    private static Instrument instrument(Values values) {
        return new Instrument(
                values.text("symbol"),
                values.text("file"),
                values.optionalText("currency"),
                values.number("lot"),
                values.number("tick"),
                values.optionalText("group"),
                values.line("file"));
    }

    private static PriceColumns columns(Values values) {
        return new PriceColumns(
                values.text("date"),
                values.text("open"),
                values.text("high"),
                values.text("low"),
                values.text("close"),
                values.text("adj_close"),
                values.text("volume"),
                values.text("calendar"));
    }

    private static StrategyWish strategy(Values values) {
        return new StrategyWish(
                values.text("method"), values.whole("lookback"), values.text("rebalance"), values.numbers("params"));
    }

    private static RiskLimits risk(Values values) {
        return new RiskLimits(
                values.number("max_position"),
                values.number("max_group"),
                values.optionalNumber("max_order_value"),
                values.number("price_collar"),
                values.number("max_adv"),
                values.number("max_gross"),
                values.flag("allow_short"),
                values.number("var95_limit"),
                values.number("max_drawdown"),
                values.number("cash_buffer"),
                values.names("restricted"));
    }

    private static TradingCosts costs(Values values) {
        return new TradingCosts(
                values.number("commission_bps"),
                values.number("commission_min"),
                values.number("slippage_bps"),
                values.number("spread_bps"));
    }

    private static ExecutionWish execution(Values values) {
        return new ExecutionWish(values.text("style"), values.number("participation"), values.whole("max_days"));
    }

    private static BacktestWish backtest(Values values) {
        return new BacktestWish(
                values.optionalDate("from"),
                values.text("benchmark"),
                values.number("risk_free"),
                values.whole("walk_forward_folds"));
    }

    private static Banking banking(Values values) {
        Values limits = section(values, "limits");
        return new Banking(
                values.list("accounts").stream().map(MissionBuilder::account).toList(),
                values.list("payees").stream()
                        .map(payee -> new Banking.Payee(
                                payee.text("id"), payee.text("name"), number(payee), payee.flag("trusted")))
                        .toList(),
                new Banking.Limits(
                        limits.optionalNumber("per_transfer"),
                        limits.optionalNumber("per_day"),
                        limits.number("approval_over")),
                values.list("rates").stream()
                        .map(rate -> new Banking.Rate(rate.text("from"), rate.text("to"), rate.number("rate")))
                        .toList(),
                values.number("fee"),
                values.whole("cut_off_days"),
                values.optionalText("sanctions"),
                requests(values),
                values.flag("fund_plan"));
    }

    private static AccountNumber number(Values values) {
        return new AccountNumber(
                values.optionalText("iban"),
                values.optionalText("bankgiro"),
                values.optionalText("plusgiro"),
                values.optionalText("account"),
                values.optionalText("bic"));
    }

    private static Banking.Account account(Values values) {
        return new Banking.Account(
                values.text("id"),
                values.text("owner"),
                number(values),
                values.text("currency"),
                values.optionalNumber("balance").map(MissionBuilder::cents),
                cents(values.number("reserve")),
                values.flag("trusted"),
                values.flag("closed"));
    }

    /** Amounts of 1000 and 1000.00 are the same and print alike; more decimals stay, for the checks to refuse. */
    private static BigDecimal cents(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.setScale(Math.max(2, bare.scale()));
    }

    private static List<Banking.Request> requests(Values banking) {
        List<Banking.Request> requests = new ArrayList<>();
        for (Object item : banking.items("requests")) {
            if (item instanceof Values values) {
                requests.add(new Banking.Request(values.line(), Optional.empty(), Optional.of(fields(values))));
            } else if (item instanceof Node.Scalar scalar) {
                requests.add(new Banking.Request(
                        scalar.line(), Optional.of(scalar.text().strip()), Optional.empty()));
            }
        }
        return requests;
    }

    private static Banking.Fields fields(Values values) {
        AccountNumber number = new AccountNumber(
                values.optionalText("iban"),
                values.optionalText("bankgiro"),
                values.optionalText("plusgiro"),
                Optional.empty(),
                values.optionalText("bic"));
        return new Banking.Fields(
                values.text("op"),
                values.optionalText("account"),
                values.optionalText("from"),
                values.optionalText("to"),
                values.optionalText("name"),
                number,
                values.optionalNumber("amount").map(MissionBuilder::cents),
                values.optionalText("currency"),
                values.optionalDate("date"),
                values.optionalText("reference"),
                values.optionalNumber("rate"));
    }
}
