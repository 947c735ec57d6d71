package dev.llmagents.team.felicia.market;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One finding of the data gate.
 *
 * @param line of the file, from 1; 0 if it is about the file as a whole
 * @param value as written, shortened; empty if there is none
 * @param occurrences how many findings it stands for: above 1 in the last of a code that was found very often
 * @param message one sentence for people, with the file and the line
 */
public record Defect(
        DefectCode code,
        Severity severity,
        String symbol,
        String file,
        int line,
        Optional<LocalDate> date,
        String value,
        int occurrences,
        String message) {}
