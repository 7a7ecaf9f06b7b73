"""Keys and feedback -> what gives an answer away, and what teaches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from edu.check.items.sheet import Question, Sheet
from edu.check.items.text import count_reading, holds, squeeze
from edu.plan.paper import Item, Numeric
from edu.problems import Code, Problem

LEAST_STATEMENTS = 5
LEAST_SHARE, MOST_SHARE = 0.4, 0.6
"""How many of at least so many statements may be true."""
LEAST_HAN, LEAST_LETTERS = 4, 8
"""How long an answer is, in East Asian characters or in letters of a single word, that is recognised in another question."""


def find_passing_mistakes(item: Item) -> Iterator[Problem]:
    """Yield each mistake of a numeric question that its tolerance lets pass as right."""
    if isinstance(item.body, Numeric):
        for index, mistake in enumerate(item.body.mistakes):
            if abs(mistake.value - item.body.answer) <= item.body.tolerance:
                trail = f"{item.trail}.mistakes[{index}].value"
                yield Problem(Code.MISTAKE_PASSES, trail, {"value": _word_number(mistake.value)})


def _word_number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"


def find_poor_feedback(sheet: Sheet) -> Iterator[Problem]:
    """Yield each wrong choice without feedback, and each feedback that says that it is wrong and no more."""
    for _, choosing in sheet.choosings:
        for option in choosing.wrong:
            if not option.feedback and not choosing.spare:
                yield Problem(Code.NO_FEEDBACK, option.trail)
    for question in sheet.questions:
        for reply in question.replies:
            if not sheet.tongue.filler.sub("", reply.text):
                yield Problem(Code.EMPTY_FEEDBACK, reply.trail, {"lang": sheet.lang, "text": reply.text})


def find_told_keys(sheet: Sheet) -> Iterator[Problem]:
    """Yield each feedback that tells the right answer while tries remain."""
    for question in sheet.questions if sheet.again else ():
        for reply in question.replies:
            if told := _find_told(question, reply.text, reply.key, sheet):
                yield Problem(Code.FEEDBACK_GIVES_KEY, reply.trail, {"lang": sheet.lang, "text": told})


def _find_told(question: Question, text: str, key: tuple[str, ...], sheet: Sheet) -> str:
    pattern = sheet.tongue.judges if question.answer is not None else sheet.tongue.tells
    if found := pattern.search(text):
        return found.group()
    return next((word for word in key if _is_telling(word, sheet) and holds(text, word) and not holds(question.stem, word)), "")


def _is_telling(word: str, sheet: Sheet) -> bool:
    """Return whether a word is recognised: a number, two East Asian characters, three letters, but not “the”."""
    plain = squeeze(word)
    if plain in sheet.tongue.stops:
        return False
    return plain.replace(".", "").isdigit() or len(plain) >= (2 if count_reading(plain)[1] else 3)


def find_keys_elsewhere(sheet: Sheet) -> Iterator[Problem]:
    """Yield each right answer that the text or the feedback of another question holds."""
    texts = {q.id: squeeze(" ".join((q.stem, *(reply.text for reply in q.replies)))) for q in sheet.questions}
    for question in sheet.questions:
        for word in filter(_is_known_again, question.key):
            piece = squeeze(word)
            others = (id for id, text in texts.items() if id != question.id and piece in text and holds(text, word))
            if other := next(others, ""):
                yield Problem(Code.KEY_ELSEWHERE, question.trail, {"lang": sheet.lang, "text": word, "other": other})
                break


def _is_known_again(word: str) -> bool:
    count, wide = count_reading(word)
    return count >= LEAST_HAN if wide else count > 1 or len(word) >= LEAST_LETTERS


def find_unbalanced(sheet: Sheet) -> Iterator[Problem]:
    """Yield the quiz where too many of the statements are true, or too few."""
    answers = [question.answer for question in sheet.questions if question.answer is not None]
    count, total = answers.count(True), len(answers)
    if total >= LEAST_STATEMENTS and not LEAST_SHARE <= count / total <= MOST_SHARE:
        yield Problem(Code.TRUE_FALSE_BALANCE, sheet.trail, {"count": count, "total": total})
