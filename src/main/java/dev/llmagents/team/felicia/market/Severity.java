package dev.llmagents.team.felicia.market;

/** How much a finding weighs: {@code WARN} is told, {@code BLOCK} keeps the symbol or the order from being traded. */
public enum Severity {
    WARN,
    BLOCK
}
