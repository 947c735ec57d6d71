package dev.llmagents.team.meetmind.summary;

/**
 * How much of the meeting a sentence carries: the logarithm of how often each of its content words is said, summed and
 * divided so that length alone gains little (after centroid summarisation, Radev and others 2004).
 */
final class Salience {

    private final Talk talk;

    Salience(Talk talk) {
        this.talk = talk;
    }

    /** The weight of stems that stand in one sentence. */
    double of(int[] stems) {
        double sum = 0;
        for (int stem : stems) {
            sum += Math.log(1 + talk.content().sentencesWith(stem));
        }
        return sum / Math.sqrt(3 + stems.length);
    }

    /** Index of the sentence that stands for the segment best. */
    int mostCentral(Segment segment) {
        int best = segment.from();
        double most = -1;
        for (int index = segment.from(); index < segment.to(); index++) {
            double score = of(talk.content().of(index));
            int size = talk.sentences().get(index).words().size();
            if (size > 35 || size < 4) {
                score /= 2;
            }
            for (KeyPhrase phrase : segment.phrases()) {
                if (phrase.countWithin(index, index + 1) > 0) {
                    score += 0.5;
                }
            }
            if (score > most) {
                most = score;
                best = index;
            }
        }
        return best;
    }
}
