package dev.llmagents.report.compare;

/** Makes a text of a comparison. */
@FunctionalInterface
public interface CompareRenderer {
    String render(Comparison comparison);
}
