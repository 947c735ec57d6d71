package dev.llmagents.cli;

import picocli.CommandLine;

/** Gives the command-line library the program's version. */
final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Version.line()};
    }
}
