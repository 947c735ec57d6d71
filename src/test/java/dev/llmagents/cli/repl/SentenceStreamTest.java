package dev.llmagents.cli.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceStreamTest {
    private static final String ANSWER = "{\"sentences\": [{\"text\": \"A \\\"}{\\\" stays.\", \"quote\": \"q {1}\"},\n"
            + "{\"text\":\"B\",\"quote\":\"\\\\\"}]}";

    private static List<SentenceStream.Claim> read(String answer, int pieceLength) {
        SentenceStream stream = new SentenceStream();
        List<SentenceStream.Claim> claims = new ArrayList<>();
        for (int at = 0; at < answer.length(); at += pieceLength) {
            claims.addAll(stream.accept(answer.substring(at, Math.min(answer.length(), at + pieceLength))));
        }
        return claims;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void the_sentences_are_the_same_however_the_answer_is_cut(int pieceLength) {
        assertEquals(
                List.of(new SentenceStream.Claim("A \"}{\" stays.", "q {1}"), new SentenceStream.Claim("B", "\\")),
                read(ANSWER, pieceLength));
    }

    @Test
    void a_sentence_is_there_as_soon_as_its_object_is_closed() {
        SentenceStream stream = new SentenceStream();
        assertEquals(List.of(), stream.accept("{\"sentences\":[{\"text\":\"A\",\"quote\":\"q"));
        assertEquals(1, stream.accept("\"}").size());
    }

    @Test
    void what_is_cut_or_no_answer_at_all_gives_no_sentence() {
        assertEquals(List.of(), read("{\"sentences\":[{\"text\":\"A\",\"quote\":\"q", 5));
        assertEquals(List.of(), read("I cannot help with \"that\" }}}", 5));
        assertEquals(List.of(), read("{\"sentences\":[]}", 5));
    }

    @Test
    void words_before_the_object_do_no_harm() {
        assertEquals(
                1,
                read("Here's it: {\"sentences\":[{\"text\":\"A\",\"quote\":\"q\"}]}", 4)
                        .size());
    }

    @Test
    void an_endless_object_is_bounded_and_spoils_only_itself() {
        String endless =
                "{\"sentences\":[{\"text\":\"" + "x".repeat(100_000) + "\"},{\"text\":\"B\",\"quote\":\"q\"}]}";
        assertEquals(List.of(new SentenceStream.Claim("B", "q")), read(endless, 999));
    }
}
