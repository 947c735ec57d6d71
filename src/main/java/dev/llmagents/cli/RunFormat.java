package dev.llmagents.cli;

/** The formats runs can be had in. */
enum RunFormat {
    TABLE,
    JSON
}
