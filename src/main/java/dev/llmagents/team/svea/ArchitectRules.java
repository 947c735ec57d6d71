package dev.llmagents.team.svea;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.svea.check.ModelStatements;
import dev.llmagents.team.svea.law.KnownLaw;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code design_erp_architecture}: modules, customisations and integrations for this company. */
public final class ArchitectRules implements Rules<ComplianceCase, ErpDesign> {
    private final ErpModules modules = ErpModules.builtIn();
    private final KnownLaw law;

    public ArchitectRules(KnownLaw law) {
        this.law = law;
    }

    @Override
    public ErpDesign answer(ComplianceCase input) {
        CompanyFacts company = input.company();
        List<ErpDesign.Module> chosen = new ArrayList<>();
        for (ErpModules.Row row : modules.neededBy(company)) {
            chosen.add(new ErpDesign.Module(row.name(), row.purpose(), row.sign(), Source.RULES));
        }
        return new ErpDesign(
                chosen, Statement.ofRules(customisations(input)), Statement.ofRules(integrations(company)));
    }

    private static List<String> customisations(ComplianceCase input) {
        CompanyFacts company = input.company();
        List<String> texts = new ArrayList<>();
        texts.add("Fält för organisationsnummer på bolag och kund samt för F-skatt och bankgiro: de ska stå på svenska"
                + " fakturor och betalningar.");
        texts.add("Momsmallar för 25, 12, 6 och 0 procent: ERPNext har för Sverige bara en, på 25 procent.");
        if (company.uses("3231", "2614", "2617", "2647")) {
            texts.add("Momskategori för omvänd betalningsskyldighet i byggsektorn, eftersom sådan försäljning eller sådana"
                    + " inköp finns.");
        }
        if (company.uses("3108", "3308", "4515", "4516", "4517", "4535", "2645")) {
            texts.add("Momskategori för EU-handel, eftersom sådana konton används.");
        }
        if (company.uses("3105", "3305", "4545", "2615")) {
            texts.add("Momskategori för export och import, eftersom sådana konton används.");
        }
        texts.add("Serie och nummer ur SIE-filen som fält på verifikationen, så att varje post kan följas till den"
                + " ursprungliga bokföringen.");
        texts.add("Nummerserier utan luckor för kundfakturor och spärr mot namnbyte på bokförda dokument.");
        texts.add("Attest av leverantörsfakturor i två steg av två personer.");
        if (input.byRule().containsKey("BFL-013")) {
            texts.add("Verifikationstext som obligatoriskt fält: verifikationer utan text förekommer.");
        }
        return texts;
    }

    private static List<String> integrations(CompanyFacts company) {
        List<String> texts = new ArrayList<>();
        if (company.uses("19")) {
            texts.add("Kontoutdrag från banken (camt.053), för avstämning av kassa och bank.");
        }
        if (company.uses("24")) {
            texts.add("Betalfil till banken för leverantörsskulder (pain.001).");
        }
        if (company.uses("15", "30")) {
            texts.add("E-faktura genom Peppol för kunder i offentlig sektor.");
        }
        if (company.uses("26")) {
            texts.add("Underlag till Skatteverkets momsdeklaration, ruta för ruta.");
        }
        if (company.uses("70", "72", "2710", "2731")) {
            texts.add("Lönesystem som lämnar arbetsgivardeklarationen; lönerna bokförs som journal.");
        }
        texts.add("SIE 4 in och ut, för revisor och bokslutsprogram.");
        return texts;
    }

    @Override
    public List<Question> questions(ComplianceCase input, ErpDesign answer) {
        StringBuilder own = new StringBuilder();
        answer.modules().forEach(module -> own.append("Modul ")
                .append(module.name())
                .append(": ")
                .append(module.why())
                .append('\n'));
        answer.customisations().forEach(text -> own.append("Anpassning: ").append(text.text()).append('\n'));
        answer.integrations().forEach(text -> own.append("Integration: ").append(text.text()).append('\n'));
        return List.of(new Question(
                "",
                Map.of(
                        "inputs",
                        CaseText.inputs(input),
                        "prose",
                        CaseText.prose(input),
                        "design",
                        own.toString(),
                        "modules",
                        String.join(", ", modules.names()))));
    }

    @Override
    public Checked<ErpDesign> check(ComplianceCase input, ErpDesign own, List<JsonNode> replies) {
        ModelStatements statements = new ModelStatements(law, CaseText.all(input) + "25 12 6 0");
        List<ErpDesign.Module> chosen = new ArrayList<>(own.modules());
        Set<String> named = new LinkedHashSet<>();
        chosen.forEach(module -> named.add(module.name()));
        List<String> customisations = new ArrayList<>();
        List<String> integrations = new ArrayList<>();
        int added = 0;
        for (JsonNode reply : replies) {
            for (JsonNode item : reply.path("modules")) {
                Optional<String> name = statements.oneOf(item, "module", modules.names());
                Optional<String> why = name.flatMap(known -> statements.text(item, "why"));
                if (why.isPresent() && named.add(name.get())) {
                    chosen.add(new ErpDesign.Module(name.get(), "", why.get(), Source.MODEL));
                    added++;
                }
            }
            customisations.addAll(statements.texts(reply.path("customisations"), "text"));
            integrations.addAll(statements.texts(reply.path("integrations"), "text"));
        }
        return new Checked<>(
                new ErpDesign(
                        chosen,
                        Statement.merged(own.customisations(), customisations),
                        Statement.merged(own.integrations(), integrations)),
                added + customisations.size() + integrations.size(),
                statements.dropped(),
                List.of());
    }
}
