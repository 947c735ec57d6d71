package dev.llmagents.team.svea.input;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.util.Locale;

/** Says in Swedish why an input is not read and what to do. */
final class Refusals {
    private Refusals() {}

    /** The same refusal with a Swedish sentence. */
    static UnreadableInputException inSwedish(String name, UnreadableInputException refusal) {
        return new UnreadableInputException(refusal.reason(), name + " " + sentence(name, refusal.reason()), refusal);
    }

    private static String sentence(String name, Reason reason) {
        return switch (reason) {
            case NO_FILE -> "kan inte läsas: kontrollera namnet och behörigheten.";
            case EMPTY -> "är tom: det finns inget att granska i den.";
            case TOO_LARGE ->
                "är för stor eller packar upp till för mycket: dela den eller kontrollera att det är rätt fil.";
            case BINARY ->
                "är inte text utan binära data (till exempel en bild, ett program eller en databas): exportera"
                        + " innehållet som text, CSV eller PDF.";
            case UNSUPPORTED_DOCUMENT ->
                "är ett dokument av ett slag som inte läses: spara det som DOCX, PDF eller text.";
            case HTML_PAGE ->
                "är en webbsida (HTML), inte " + (isNamedSie(name) ? "SIE" : "ett underlag")
                        + ": hämta själva filen på nytt, sidan är kanske ett felmeddelande eller en inloggning.";
            case UNKNOWN_ENCODING -> "har en teckenkodning som inte läses: spara den som UTF-8.";
            case DAMAGED -> "är skadad eller avbruten: hämta eller exportera den på nytt.";
            case REFUSED ->
                "innehåller en dokumenttypsdeklaration (DOCTYPE), egna entiteter eller orimligt djup nästling och"
                        + " läses inte: exportera den på nytt utan sådant.";
            case ENCRYPTED -> "är låst med lösenord: spara den utan lösenord.";
            case IMAGE_ONLY -> "är ett PDF-dokument utan text, kanske en skanning: kör textigenkänning (OCR) först.";
            case NO_CONTENT -> "kan läsas men innehåller inget som kan granskas.";
        };
    }

    private static boolean isNamedSie(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".se") || lower.endsWith(".si") || lower.endsWith(".sie");
    }

    /** A document of a known kind that is not checked. */
    static UnreadableInputException notSupported(String name, String what) {
        return new UnreadableInputException(Reason.UNSUPPORTED_DOCUMENT, name + " är " + what);
    }
}
