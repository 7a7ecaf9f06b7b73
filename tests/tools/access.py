"""A page as it stands in a browser -> what axe-core and IBM's accessibility-checker-engine find wrong with it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

MODULES = Path(__file__).resolve().parents[2] / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
IBM = MODULES / "accessibility-checker-engine" / "ace.js"
RUN_AXE = """async () => {
  const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const forced = matchMedia('(forced-colors: active)').matches;
  const rules = {'color-contrast': {enabled: !forced}};
  const found = await axe.run(document, {runOnly: standards, rules, resultTypes: ['violations'], preload: false});
  return found.violations.map((fault) => `axe ${fault.id}: ${fault.nodes.map((node) => node.html).join(' | ')}`);
}"""
RUN_IBM = """async () => {
  const report = await new ace.Checker().check(document, ['WCAG_2_2']);
  return report.results.filter(({value}) => value[1] === 'FAIL')
    .map((fault) => `IBM ${fault.ruleId}: ${fault.message}: ${fault.snippet}`);
}"""


def list_axe_faults(page: Page) -> list[str]:
    """Return what axe-core finds: the rules of WCAG 2.2 up to AA, and what its makers think good practice.

    Contrast is left out where colours are forced: axe reads `-webkit-text-fill-color`, for which Chromium then still says the
    page's own. IBM's engine reads `color`.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text("utf-8"))
    return list(page.evaluate(RUN_AXE))


def list_ibm_faults(page: Page) -> list[str]:
    """Return what IBM's engine is sure about: what it only asks a person to look at is left out."""
    if page.evaluate("typeof ace") == "undefined":
        page.evaluate(IBM.read_text("utf-8"))
    return list(page.evaluate(RUN_IBM))
