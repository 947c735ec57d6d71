package dev.llmagents.cli;

import java.util.Map;

/** For each agent of MeetMind an answer that {@link Meetings#ENGLISH} supports. */
final class GardenAnswers {
    static final Map<String, String> ALL = Map.of(
            "meetmind.architect",
            """
            {"topics":[{"title":"Leaking greenhouse","firstLine":2,"lastLine":5,
             "quote":"The greenhouse roof leaks again","line":3}]}""",
            "meetmind.implementation",
            """
            {"summary":[{"text":"The greenhouse leaks and Boris orders panes.","quote":"two panes are broken","line":3}],
             "decisions":[{"text":"The high gate is bought.","quote":"we buy the high gate","line":7}],
             "actionItems":[{"text":"Order glass for the roof","owner":"Boris","due":"2026-04-17",
              "quote":"can you order new panes by Friday?","line":4}],
             "risks":[],"openQuestions":[]}""",
            "meetmind.product_manager",
            """
            {"requirements":[{"text":"Children cannot open the gate.","priority":"must",
             "quote":"a gate that children cannot open","line":6}],"features":[]}""",
            "meetmind.qa",
            """
            {"issues":[{"item":"D1","kind":"unclear","problem":"it is not said where the gate goes"}]}""",
            "meetmind.coordinator",
            """
            {"headline":"Boris orders panes and the high gate is bought.","focus":["A1"]}""");

    private GardenAnswers() {}
}
