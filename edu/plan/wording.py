"""One part of a course in several editions -> its texts as runs by language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from edu.model.edition import Edition
from edu.model.inline import split_paragraphs
from edu.model.prose import list_prose
from edu.plan.fold import fold_text, split_variants
from edu.plan.paper import Shown, Text, Texts
from edu.plan.runs import Runs, make_runs, mark_runs, plain_runs


@dataclass(frozen=True, slots=True)
class Voice:
    """How a thing is worded for readers of `lang`: by `edition` (another one's, where it falls back), texts by their step.

    `marked`: a reader is to see that it falls back.
    """

    lang: str
    edition: Edition
    texts: Mapping[str, str]
    marked: bool = False

    def make_runs(self, text: str, trail: str) -> Runs:
        """Return the runs of `text`, which stands at `trail`."""
        runs = make_runs(self.edition, text, trail)
        return mark_runs(runs, self.edition.lang) if self.marked else runs


@dataclass(frozen=True, slots=True)
class Wording:
    """A thing's texts in every language. A step names a text below the thing: `choices[b].text`."""

    trail: str
    voices: tuple[Voice, ...]

    def has(self, step: str) -> bool:
        """Return whether there is a text at `step`."""
        return step in self.voices[0].texts

    def text(self, step: str) -> Text:
        """Return the paragraph at `step`."""
        return {voice.lang: voice.make_runs(voice.texts[step], self._at(step)) for voice in self.voices}

    def maybe(self, step: str) -> Text | None:
        """Return the paragraph at `step`, None where there is none."""
        return self.text(step) if self.has(step) else None

    def texts(self, step: str) -> Texts:
        """Return the paragraphs at `step`."""
        return {
            voice.lang: tuple(voice.make_runs(part, self._at(step)) for part in split_paragraphs(voice.texts[step]))
            for voice in self.voices
        }

    def said(self, word: Callable[[Edition], str]) -> Text:
        """Return words of our own, which `word` looks up, in the language of each voice."""
        return {voice.lang: plain_runs(voice.edition, word(voice.edition)) for voice in self.voices}

    def variants(self, step: str) -> Shown:
        """Return the accepted answers in the list at `step`, as written, by language."""
        return {
            voice.lang: tuple(
                variant for name, text in voice.texts.items() if name.startswith(f"{step}[") for variant in split_variants(text)
            )
            for voice in self.voices
        }

    def _at(self, step: str) -> str:
        return f"{self.trail}{'' if self.trail.endswith('#') else '.'}{step}"


def fold_variants(shown: Shown) -> tuple[str, ...]:
    """Return the answers of every language, folded, each once."""
    return tuple(dict.fromkeys(fold_text(variant) for variants in shown.values() for variant in variants))


def word_thing(
    editions: Sequence[Edition], pick: Callable[[Edition], object], trail: str, stay: Mapping[str, Edition]
) -> Wording:
    """Return the wording of what `pick` finds at `trail`; in the languages of `stay` its texts are those of another edition."""
    voices = []
    for edition in editions:
        own = stay.get(edition.lang, edition)
        texts = {step: str(text) for step, text in list_prose(pick(own))}
        voices.append(Voice(edition.lang, own, texts, edition.marked and own is not edition))
    return Wording(trail, tuple(voices))
