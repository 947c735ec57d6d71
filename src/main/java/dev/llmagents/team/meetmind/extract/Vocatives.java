package dev.llmagents.team.meetmind.extract;

import java.util.Optional;

/** Finds who is spoken to. */
final class Vocatives {
    private final Names names;

    Vocatives(Names names) {
        this.names = names;
    }

    /** The person spoken to: a name at the beginning or the end, set off by a comma, or right before "can you". */
    Optional<Names.Hit> in(Remark remark) {
        int start = remark.start();
        for (int at = start; at < Math.min(remark.size(), start + 3); at++) {
            Optional<Names.Hit> name = names.at(remark.words(), at);
            if (name.isPresent()) {
                int end = name.get().end();
                boolean alone = end == remark.size();
                if (alone || remark.word(end - 1).mark() != ' ' || remark.hasAt(Cue.REQUEST, end)) {
                    return name;
                }
            }
        }
        for (int at = Math.max(1, remark.size() - 3); at < remark.size(); at++) {
            Optional<Names.Hit> name = names.at(remark.words(), at);
            if (name.isPresent()
                    && name.get().end() == remark.size()
                    && remark.word(at - 1).mark() == ',') {
                return name;
            }
        }
        for (int at = start + 1; at < remark.size(); at++) {
            Optional<Names.Hit> name = remark.word(at - 1).mark() != ' ' || TaskFinder.isAnd(remark, at - 1)
                    ? names.at(remark.words(), at)
                    : Optional.empty();
            if (name.isPresent()
                    && name.get().end() < remark.size()
                    && remark.word(name.get().end() - 1).mark() == ',') {
                return name;
            }
        }
        return Optional.empty();
    }
}
