package dev.llmagents.team.svea.book;

/** A bounded list for people: {@code 5, 9, 13 och 40 till}. */
final class Lines {
    private static final int MOST = 40;

    private final StringBuilder text = new StringBuilder();
    private int count;
    private int shown;
    private final int most;

    Lines() {
        this(MOST);
    }

    Lines(int most) {
        this.most = most;
    }

    void add(int line) {
        add(Integer.toString(line));
    }

    void add(String item) {
        count++;
        if (count <= most) {
            text.append(text.length() == 0 ? "" : ", ").append(item);
            shown++;
        }
    }

    int count() {
        return count;
    }

    String text() {
        return count > shown ? text + " och " + (count - shown) + " till" : text.toString();
    }
}
