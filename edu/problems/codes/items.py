"""What makes a question measure something else than was meant: its codes, levels, messages and hints."""

from __future__ import annotations

from collections.abc import Mapping

from edu.problems.kinds import N_, Kind, error, info, warning


class ItemCodes:
    """What makes a question measure something else than was meant; a course can set the level of each (`lint`)."""

    # the lengths of options
    LONG_KEY = warning(
        "quiz.long-key",
        N_("the right choice is {ratio} times as long as the others in {lang}: students who do not know pick the longest"),
        N_("shorten it, or make the others as exact"),
    )
    KEY_OFTEN_LONGEST = error(
        "quiz.key-often-longest",
        N_("in {count} of {total} questions the longest choice is the right one in {lang}: that can be seen without knowing"),
        N_("let a wrong choice be the longest in more of them"),
    )

    # options that refer to others
    ALL_ABOVE = error(
        "quiz.all-above",
        N_("“{text}” in {lang}: whoever sees two right choices, or one wrong one, need not read the rest"),
        N_("use kind: multiple"),
    )
    NONE_ABOVE = warning(
        "quiz.none-above",
        N_("“{text}” in {lang}: whoever picks it has shown what is wrong, not what is right; when mixed it may stand first"),
        N_("write a choice that a student might think right; if you keep it, put it last, with shuffle: false"),
    )
    OPTION_POSITION = error(
        "quiz.option-position",
        N_("“{text}” names choices by their place in {lang}, and the quiz mixes them"),
        N_("say what is meant in words, use kind: multiple, or write shuffle: false"),
    )

    # negation
    PLAIN_NEGATIVE = warning(
        "quiz.plain-negative",
        N_("“{text}” is easily overlooked in {lang}: students who know the answer still get it wrong"),
        N_("ask for what is so; if that cannot be, make the word bold: **{text}**"),
    )
    DOUBLE_NEGATIVE = error(
        "quiz.double-negative",
        N_("the question is negative, and so is “{text}” in {lang}: that asks for logic, not for the subject"),
        N_("ask for what is so, or word the choice without a negation"),
    )

    # cues
    ABSOLUTE_WORD = warning(
        "quiz.absolute-word",
        N_(
            "“{word}” stands in wrong choices alone in {lang}: students who do not know rule out whatever is said without "
            "exception"
        ),
        N_("take it out, or word the right choice as firmly"),
    )
    STEM_ECHO = warning(
        "quiz.stem-echo",
        N_("in {lang} the right choice alone repeats words of the question ({words}): that shows it"),
        N_("use other words, or let wrong choices repeat some too"),
    )
    GRAMMAR_CUE = warning(
        "quiz.grammar-cue",
        N_("in {lang} the right choice alone fits behind “{text}”: grammar shows it"),
        N_("word the question or the choices so that all of them fit"),
    )
    KEY_POSITION = warning(
        "quiz.key-position",
        N_("in {count} of {total} questions in fixed order choice {position} is right: that can be guessed"),
        N_("let the quiz mix the choices: leave shuffle out"),
    )
    KEY_RUN = warning(
        "quiz.key-run",
        N_("choice {position} is right {count} times on end in questions in fixed order: that can be guessed, and confuses"),
        N_("let the quiz mix the choices: leave shuffle out"),
    )

    # options as a set
    FEW_OPTIONS = error(
        "quiz.few-options",
        N_("with {count} choices half of those who guess are right"),
        N_("add a wrong choice that students really think of, or use kind: true_false"),
    )
    MANY_OPTIONS = info(
        "quiz.many-options", N_("{count} choices: more than five take time to read, and the last ones seldom mislead anybody")
    )
    EQUAL_OPTIONS = error(
        "check.equal-options",
        N_("“{one}” and “{other}” read alike in {lang}: “{text}”"),
        N_("word one of them so that they differ"),
    )
    OVERLAPPING_OPTIONS = error(
        "quiz.overlapping-options",
        N_("“{one}” and “{other}” overlap in {lang}: if one is right, the other may be"),
        N_("let each end before the next begins"),
    )
    UNSORTED_OPTIONS = info(
        "quiz.unsorted-options",
        N_("the numbers or dates do not stand in order in {lang}: looking for one takes attention from the question"),
    )
    MIXED_FORM = info(
        "quiz.mixed-form",
        N_("some choices end with “{mark}” and others do not in {lang}: what looks different is noticed first"),
    )
    REPEATED_PHRASE = info(
        "quiz.repeated-phrase", N_("every choice has “{text}” in {lang}: it is read again and again; let the question say it")
    )

    # the question itself
    NO_QUESTION = warning(
        "quiz.no-question",
        N_("“{text}” asks nothing in {lang}: students have to read the choices to find out what is meant"),
        N_("ask a question, or write a sentence with a gap"),
    )
    LONG_STEM = info(
        "quiz.long-stem",
        N_("the question has {count} words or characters in {lang}, more than {most}: it tests reading as well"),
    )
    OPINION = info(
        "quiz.opinion",
        N_("“{text}” in {lang} asks for an opinion, which cannot be wrong; name whose view it is, or the measure"),
    )
    COLOUR_IN_QUESTION = error(
        "quiz.colour-alone",
        N_("“{text}” in {lang} can be told by its colour alone: not everybody sees it"),
        N_("name it by a label or by its shape as well"),
    )

    # keys and feedback
    MISTAKE_PASSES = error(
        "quiz.mistake-passes",
        N_("{value} is listed as a mistake, and the tolerance lets it pass as right"),
        N_("make the tolerance smaller, or take the mistake out"),
    )
    NO_FEEDBACK = warning(
        "quiz.no-feedback",
        N_("a wrong choice has no feedback: who picked it may take it for right from then on"),
        N_("say what went wrong, without giving the answer away"),
    )
    EMPTY_FEEDBACK = warning(
        "quiz.empty-feedback",
        N_("the feedback “{text}” in {lang} says that it is wrong and no more: nothing is learnt from it"),
        N_("say what went wrong, without giving the answer away"),
    )
    FEEDBACK_GIVES_KEY = warning(
        "quiz.feedback-gives-key",
        N_("the feedback says “{text}” in {lang}, and there is another try: that one then measures reading"),
        N_("ask or hint here, and leave the answer to the explanation"),
    )
    KEY_ELSEWHERE = info(
        "quiz.key-elsewhere", N_("the answer “{text}” stands in the question “{other}” in {lang}: the one helps with the other")
    )
    TRUE_FALSE_BALANCE = info(
        "quiz.true-false-balance", N_("{count} of {total} statements are true; outside 40 to 60 % guessing one answer pays")
    )

    # translations
    PARITY_NUMBER = error(
        "quiz.parity-number",
        N_("the number {number} stands in one of {source} and {lang} only: these are then two questions"),
        N_("write the same numbers in both"),
    )
    PARITY_EMPHASIS = error(
        "quiz.parity-emphasis",
        N_("a word is emphasised in one of {source} and {lang} only: what is overlooked in the other makes it harder"),
        N_("emphasise the same word in both, or none"),
    )

    # other programs
    TOO_LONG_FOR_OUTPUT = error(
        "quiz.too-long-for-output",
        N_("the text has {count} characters in {lang}; {output} takes {most}"),
        N_("shorten it"),
    )


ITEM_RULES: Mapping[str, Kind] = {kind.id: kind for kind in vars(ItemCodes).values() if isinstance(kind, Kind)}
"""What `lint` in course.yaml can set the level of, by code."""
