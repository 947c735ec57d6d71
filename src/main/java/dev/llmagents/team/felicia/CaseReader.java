package dev.llmagents.team.felicia;

import dev.llmagents.document.TextDecoder;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import dev.llmagents.json.Sha256;
import dev.llmagents.team.felicia.bank.Bank;
import dev.llmagents.team.felicia.bank.Sanctions;
import dev.llmagents.team.felicia.market.Columns;
import dev.llmagents.team.felicia.market.Defect;
import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceFile;
import dev.llmagents.team.felicia.market.Severity;
import dev.llmagents.team.felicia.mission.Banking;
import dev.llmagents.team.felicia.mission.Mission;
import dev.llmagents.team.felicia.mission.Objective;
import dev.llmagents.team.felicia.mission.PriceColumns;
import dev.llmagents.team.felicia.mission.StatementReader;
import dev.llmagents.team.felicia.trade.Guards;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes a case of a mission and the files it names. */
public final class CaseReader {
    private final Files files;

    /** Reads a file that a mission names; called from several threads at once. */
    @FunctionalInterface
    public interface Files {
        /** @throws UnreadableInputException if it cannot be read */
        byte[] read(String name) throws UnreadableInputException;
    }

    public CaseReader(Files files) {
        this.files = files;
    }

    /**
     * The mission as seen from another day.
     *
     * @param asOf empty for the mission's own
     */
    public static Mission asOf(Mission mission, Optional<LocalDate> asOf) {
        Objective own = mission.objective();
        Objective moved =
                new Objective(own.statement(), own.riskProfile(), own.horizonMonths(), asOf.orElse(own.asOf()));
        return new Mission(
                mission.name(),
                mission.sha256(),
                moved,
                mission.portfolio(),
                mission.universe(),
                mission.columns(),
                mission.strategy(),
                mission.risk(),
                mission.costs(),
                mission.execution(),
                mission.backtest(),
                mission.banking(),
                mission.origins());
    }

    /**
     * A case of trading, and of banking where the mission has it.
     *
     * @param guards what stands outside mission and data, for the id of a request
     * @throws UnreadableInputException if a file cannot be read, or no symbol has prices that can be used
     */
    public FeliciaCase trade(Mission mission, long missionBytes, Function<String, Guards> guards, boolean execution)
            throws UnreadableInputException {
        List<CaseFile> read = new ArrayList<>(List.of(new CaseFile(mission.name(), mission.sha256(), missionBytes)));
        TradeTerms terms = terms(mission);
        if (mission.universe().isEmpty()) {
            throw refused(
                    mission, "a plan needs the section 'universe': add what may be traded, or use 'felicia bank'");
        }
        List<PriceFile> prices = new ArrayList<>();
        // Read side by side, taken in the mission's order: the first that cannot be read is the one that is told of.
        List<Loaded> loaded = mission.universe().parallelStream()
                .map(listed -> load(listed.file()))
                .toList();
        for (int i = 0; i < loaded.size(); i++) {
            dev.llmagents.team.felicia.mission.Instrument listed =
                    mission.universe().get(i);
            if (loaded.get(i).failure().isPresent()) {
                throw loaded.get(i).failure().get();
            }
            byte[] bytes = loaded.get(i).bytes();
            read.add(new CaseFile(listed.file(), loaded.get(i).sha256(), bytes.length));
            Instrument instrument = new Instrument(
                    listed.symbol(),
                    listed.currency().orElse(terms.account().baseCurrency()),
                    listed.lot(),
                    listed.tick(),
                    listed.group());
            prices.add(new PriceFile(instrument, listed.file(), bytes));
        }
        MarketData market = MarketData.load(
                prices,
                columns(mission),
                mission.objective().asOf(),
                terms.strategy().startupBars());
        if (market.blocked().size() == market.size() || market.days() == 0) {
            String first = market.defects().stream()
                    .filter(defect -> defect.severity() == Severity.BLOCK)
                    .map(Defect::message)
                    .findFirst()
                    .orElse("there is no bar up to " + mission.objective().asOf());
            throw refused(mission, "'universe' has no symbol whose prices can be used; the first problem: " + first);
        }
        return opened(mission, read, market, guards.apply(requestId(mission, read)), execution);
    }

    private record Loaded(byte[] bytes, String sha256, Optional<UnreadableInputException> failure) {}

    private Loaded load(String name) {
        try {
            byte[] bytes = files.read(name);
            return new Loaded(bytes, Sha256.of(bytes), Optional.empty());
        } catch (UnreadableInputException e) {
            return new Loaded(new byte[0], "", Optional.of(e));
        }
    }

    /**
     * A case of the bank alone.
     *
     * @throws UnreadableInputException if the mission has nothing for a bank, or its list of sanctions cannot be read
     */
    public FeliciaCase bank(Mission mission, long missionBytes) throws UnreadableInputException {
        if (mission.banking().isEmpty()) {
            throw refused(mission, "there is no section 'banking': add accounts and requests");
        }
        List<CaseFile> read = new ArrayList<>(List.of(new CaseFile(mission.name(), mission.sha256(), missionBytes)));
        MarketData none =
                MarketData.load(List.of(), Columns.usual(), mission.objective().asOf(), 1);
        return opened(mission, read, none, Guards.none(), false);
    }

    /** The id by which a request is known before any agent has chosen: prices, mission and day. */
    public static String requestId(FeliciaCase felicia) {
        int prices = felicia.mission().universe().size();
        return requestId(felicia.mission(), felicia.files().subList(0, 1 + prices));
    }

    private static String requestId(Mission mission, List<CaseFile> read) {
        return PlanId.of(read, mission.objective().asOf().toString());
    }

    private FeliciaCase opened(
            Mission mission, List<CaseFile> read, MarketData market, Guards guards, boolean execution)
            throws UnreadableInputException {
        Optional<Bank> bank = Optional.empty();
        if (mission.banking().isPresent()) {
            Banking banking = mission.banking().get();
            Optional<Sanctions> sanctions = Optional.empty();
            if (banking.sanctions().isPresent()) {
                String name = banking.sanctions().get();
                byte[] bytes = files.read(name);
                read.add(new CaseFile(name, Sha256.of(bytes), bytes.length));
                sanctions = Optional.of(
                        Sanctions.read(TextDecoder.decode(name, bytes).text()));
            }
            bank = Optional.of(Bank.of(banking, sanctions));
        }
        return new FeliciaCase(
                mission,
                read,
                new StatementReader().read(mission.objective().statement().orElse("")),
                market,
                bank,
                guards,
                execution);
    }

    private static TradeTerms terms(Mission mission) throws UnreadableInputException {
        try {
            return TradeTerms.of(mission);
        } catch (IllegalArgumentException e) {
            throw refused(mission, e.getMessage());
        }
    }

    private static Columns columns(Mission mission) {
        PriceColumns named = mission.columns();
        return new Columns(
                name(mission, "date", named.date()),
                name(mission, "open", named.open()),
                name(mission, "high", named.high()),
                name(mission, "low", named.low()),
                name(mission, "close", named.close()),
                name(mission, "adj_close", named.adjClose()),
                name(mission, "volume", named.volume()));
    }

    /** Names the mission does not give are left to the reader of prices, which knows the usual ones. */
    private static String name(Mission mission, String key, String name) {
        return mission.says("data." + key) ? name : "";
    }

    private static UnreadableInputException refused(Mission mission, String why) {
        return new UnreadableInputException(Reason.NO_CONTENT, mission.name() + ": " + why + ".");
    }
}
