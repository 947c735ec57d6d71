package dev.llmagents.privacy;

/**
 * What stands in the place of a value: {@code [PERSON_1]}, or {@code [PERSON_1_2]} for the second part of a name.
 *
 * @param number from 1, by first appearance of the value within its kind
 * @param part from 1 for a part of the value that stands alone; 0 for the whole
 */
record Mark(PiiKind kind, int number, int part) {

    @Override
    public String toString() {
        return "[" + kind + "_" + number + (part == 0 ? "" : "_" + part) + "]";
    }
}
