package dev.llmagents.team.meetmind.extract;

/** English "-ing" forms of the verbs of work: "you'll be looking at", "who's writing". */
final class TaskVerbs {
    private TaskVerbs() {}

    static boolean isBe(Remark remark, int at) {
        return at < remark.size() && remark.word(at).lower().equals("be");
    }

    /** "writes" or "writing" as "write", as far as it is known; else empty. */
    static String baseOf(String form) {
        if (form.endsWith("ing")) {
            String base = baseOfForm(form);
            return base.isEmpty() && form.length() > 6 ? form.substring(0, form.length() - 3) : base;
        }
        return switch (form) {
            case "does" -> "do";
            case "goes" -> "go";
            case "takes",
                    "writes",
                    "makes",
                    "brings",
                    "calls",
                    "sends",
                    "books",
                    "checks",
                    "prepares",
                    "handles",
                    "orders",
                    "organises",
                    "organizes",
                    "keeps",
                    "runs",
                    "drives",
                    "collects",
                    "tells",
                    "asks" -> form.substring(0, form.length() - 1);
            default -> "";
        };
    }

    /** The base form of the "-ing" verb at {@code at}, "be" before it allowed; empty if there is none. */
    static String baseOfGerund(Remark remark, int at) {
        int verb = isBe(remark, at) ? at + 1 : at;
        if (verb >= remark.size()) {
            return "";
        }
        return baseOfForm(remark.word(verb).lower());
    }

    private static String baseOfForm(String form) {
        if (form.length() < 5 || !form.endsWith("ing")) {
            return "";
        }
        String stem = form.substring(0, form.length() - 3);
        int last = stem.length() - 1;
        if (stem.charAt(last) == stem.charAt(last - 1) && "lsf".indexOf(stem.charAt(last)) < 0) {
            return stem.substring(0, last);
        }
        return switch (stem) {
            case "mak",
                    "writ",
                    "prepar",
                    "tak",
                    "arrang",
                    "creat",
                    "schedul",
                    "updat",
                    "shar",
                    "delet",
                    "organis",
                    "organiz",
                    "evaluat",
                    "mov",
                    "compil",
                    "summaris",
                    "summariz",
                    "complet",
                    "chang",
                    "stor",
                    "replac",
                    "explor",
                    "investigat",
                    "produc",
                    "measur",
                    "analys",
                    "analyz",
                    "driv",
                    "clos",
                    "handl",
                    "manag",
                    "us",
                    "com",
                    "giv" -> stem + "e";
            case "do",
                    "go",
                    "look",
                    "work",
                    "send",
                    "check",
                    "watch",
                    "focus",
                    "test",
                    "review",
                    "book",
                    "call",
                    "read",
                    "draft",
                    "start",
                    "build",
                    "design",
                    "concentrat",
                    "order",
                    "collect",
                    "present",
                    "contact",
                    "find",
                    "ask",
                    "research",
                    "finish",
                    "clean",
                    "print",
                    "fix",
                    "report",
                    "talk",
                    "speak",
                    "bring",
                    "monitor",
                    "record" -> stem.equals("concentrat") ? "concentrate" : stem;
            default -> "";
        };
    }
}
