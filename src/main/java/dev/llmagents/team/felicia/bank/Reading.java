package dev.llmagents.team.felicia.bank;

import dev.llmagents.team.felicia.mission.Banking;
import java.util.List;
import java.util.Optional;

/**
 * What was understood of an instruction.
 *
 * @param fields present if nothing is left to ask
 * @param slots in the order of the text; empty for a structured request
 * @param questions a sentence each; empty if nothing is left to ask
 */
public record Reading(Optional<Banking.Fields> fields, List<Slot> slots, List<String> questions) {}
