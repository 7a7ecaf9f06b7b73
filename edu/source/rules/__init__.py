"""What could be read of a course -> all that its files say against each other."""

from __future__ import annotations

from edu.problems import Problems
from edu.source.few import tell_few
from edu.source.rules import dates, facts, lessons, names, quizzes, texts
from edu.source.rules.draft import Draft, Rule

RULES: tuple[Rule, ...] = (
    names.find_duplicate_ids,
    names.find_repeated_settings,
    names.find_missing_source_language,
    names.find_forbidden_names,
    names.find_unknown_lint_rules,
    names.find_unknown_lenders,
    names.find_unknown_entities,
    names.find_unknown_terms,
    names.find_empty_texts,
    names.find_stray_blanks,
    facts.find_bad_values,
    facts.find_bare_dates,
    facts.find_unknown_units,
    facts.find_unknown_sources,
    facts.find_bad_patterns,
    facts.find_large_percentages,
    facts.find_vanishing_values,
    facts.find_unknown_facts,
    facts.find_bad_citations,
    facts.find_bad_figures,
    facts.find_bad_chart_facts,
    facts.find_bad_answers,
    facts.find_unused_facts,
    lessons.find_duplicate_titles,
    lessons.find_wrong_minutes,
    lessons.find_untested_objectives,
    lessons.find_unknown_questions,
    lessons.find_wrong_cells,
    lessons.find_nameless_sides,
    lessons.find_wrong_series,
    lessons.find_unmarked_numbers,
    dates.find_impossible_days,
    dates.find_wrong_order,
    quizzes.find_unknown_slides,
    quizzes.find_unknown_objectives,
    quizzes.find_unknown_groups,
    quizzes.find_idle_draws,
    quizzes.find_wrong_keys,
    quizzes.find_wrong_blanks,
    quizzes.find_unclear_blanks,
    quizzes.find_wrong_rubrics,
    texts.find_mistyped_figures,
    texts.find_figures_in_plain_texts,
    texts.find_stray_marks,
    texts.find_pictures_in_texts,
    texts.find_broken_links,
    texts.find_links_in_notes,
)


def check_rules(draft: Draft) -> Problems:
    """Return what every rule finds in `draft`, in the order of the rules."""
    return tuple(problem for rule in RULES for problem in tell_few(rule(draft)))
