package dev.llmagents.cli.progress;

import java.util.ArrayList;
import java.util.List;

/** As much of a terminal as a picture that is redrawn in place needs: it wraps, moves up and erases. */
final class Screen {
    private final int columns;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;

    Screen(int columns) {
        this.columns = columns;
    }

    /** What stands on it, without blank lines at the end. */
    String text() {
        return String.join(
                        "\n",
                        lines.stream()
                                .map(line -> line.toString().stripTrailing())
                                .toList())
                .stripTrailing();
    }

    void show(String output) {
        for (int at = 0; at < output.length(); at++) {
            char letter = output.charAt(at);
            if (letter == '\r') {
                column = 0;
            } else if (letter == '\n') {
                down();
                column = 0;
            } else if (letter == 0x1b) {
                int end = at + 2;
                while (!Character.isLetter(output.charAt(end))) {
                    end++;
                }
                command(output.charAt(end), output.substring(at + 2, end));
                at = end;
            } else {
                put(letter);
            }
        }
    }

    private void command(char name, String argument) {
        switch (name) {
            case 'A' -> row = Math.max(0, row - Integer.parseInt(argument));
            case 'K' -> cut(row);
            case 'J' -> {
                cut(row);
                while (lines.size() > row + 1) {
                    lines.remove(lines.size() - 1);
                }
            }
            case 'm' -> {}
            default -> throw new IllegalArgumentException("a terminal may not know ESC[" + argument + name);
        }
    }

    private void cut(int which) {
        StringBuilder line = lines.get(which);
        line.setLength(Math.min(line.length(), column));
    }

    private void put(char letter) {
        if (column == columns) {
            down();
            column = 0;
        }
        StringBuilder line = lines.get(row);
        while (line.length() <= column) {
            line.append(' ');
        }
        line.setCharAt(column++, letter);
    }

    private void down() {
        row++;
        if (row == lines.size()) {
            lines.add(new StringBuilder());
        }
    }
}
