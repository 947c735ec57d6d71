package dev.llmagents.report.svea;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.text.Language;

/** The words around the findings, which themselves are always Swedish: the law is. */
public enum ComplianceWords {
    SV,
    EN;

    /** A heading or a phrase. */
    public enum Phrase {
        TITLE("Granskning", "Compliance review"),
        AS_OF("Bedömt per", "As of"),
        SUMMARY("Sammanfattning", "Summary"),
        PRIORITIES("Att göra först", "To do first"),
        FINDINGS("Iakttagelser", "Findings"),
        NO_FINDINGS("Inga iakttagelser.", "No findings."),
        ACCEPTED("godtagen", "accepted"),
        LINE("rad", "line"),
        EVIDENCE("Underlag", "Evidence"),
        ADVICE("Råd från modell (ej verifierade)", "Advice of a model (not verified)"),
        REGULATIONS("Regelverk", "Regulations"),
        REQUIREMENTS("Krav på företaget", "What the law asks of the company"),
        MANDATORY("obligatoriskt", "mandatory"),
        OPTIONAL("frivilligt", "optional"),
        NOT_MET("se", "see"),
        FIGURES("Nyckeltal", "Key figures"),
        ERP("ERPNext", "ERPNext"),
        MODULES("Moduler", "Modules"),
        CUSTOMISATIONS("Anpassningar", "Customisations"),
        INTEGRATIONS("Integrationer", "Integrations"),
        BUNDLE("Filer i paketet", "Files of the bundle"),
        VALIDATION("Kontroll av granskningen", "Check of the review"),
        CONCERNS("Modellens tvivel (ändrar inget)", "Doubts of a model (they change nothing)"),
        COVERAGE("Vad som prövades", "What was checked"),
        RAN("prövade regler", "rules applied"),
        NOT_ASSESSED("ej bedömt", "not assessed"),
        INPUTS("Underlag", "Inputs"),
        MORE("till", "more"),
        SUGGESTION("Förslag", "Suggestion"),
        GROUND("Grund", "Ground"),
        RULE("Regel", "Rule"),
        PLACE("Plats", "Place"),
        MODEL("modell", "model"),
        NOT_ADVICE(
                "Rapporten är ingen juridisk rådgivning. Det som märkts ”ej verifierat” är inte kontrollerat mot"
                        + " lagtexten.",
                "This report is no legal advice. What is marked ”ej verifierat” was not checked against the law's text.");

        private final String swedish;
        private final String english;

        Phrase(String swedish, String english) {
            this.swedish = swedish;
            this.english = english;
        }
    }

    public String say(Phrase phrase) {
        return this == SV ? phrase.swedish : phrase.english;
    }

    /** What is printed behind what a model has added; nothing for the rules. */
    String mark(Source source) {
        return source == Source.RULES ? "" : " [" + say(Phrase.MODEL) + "]";
    }

    Language language() {
        return this == SV ? Language.SV : Language.EN;
    }
}
