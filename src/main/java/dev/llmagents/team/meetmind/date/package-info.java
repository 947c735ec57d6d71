/**
 * Due dates in speech: phrases such as "by Wednesday" or "senast på fredag", found in a sentence and resolved against the
 * day of the meeting. Start at {@link dev.llmagents.team.meetmind.date.DueDates}. What is understood is told by the two
 * tables {@code phrases_en.txt} and {@code phrases_sv.txt} among the resources; the code only matches and calculates.
 */
package dev.llmagents.team.meetmind.date;
