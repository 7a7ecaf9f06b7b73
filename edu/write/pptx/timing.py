"""What appears at each click -> a slide's animations (ECMA-376 19.5): things appear, and nothing moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from edu.plan.page import Build, Target

_APPEAR = 'presetID="1" presetClass="entr" presetSubtype="0"'
_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"


def timing_xml(builds: Sequence[Build], shapes: Mapping[str, str]) -> str:
    """Return the `p:timing` of a slide, "" where nothing waits for a click; `shapes` are the shapes' ids by their names."""
    if not builds:
        return ""
    ids = count(3)
    clicks = "".join(_click(build, shapes, ids) for build in builds)
    turns = "".join(
        f'<p:{way}CondLst><p:cond evt="{event}" delay="0">{_SLIDE}</p:cond></p:{way}CondLst>'
        for way, event in (("prev", "onPrev"), ("next", "onNext"))
    )
    main = f'<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{clicks}</p:childTnLst></p:cTn>'
    sequence = f'<p:seq concurrent="1" nextAc="seek">{main}{turns}</p:seq>'
    root = f'<p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>{sequence}</p:childTnLst></p:cTn>'
    texts = dict.fromkeys(target.name for build in builds for target in build if target.paragraph is not None)
    listed = "".join(f'<p:bldP spid="{shapes[name]}" grpId="0" build="p"/>' for name in texts)
    return f"<p:timing><p:tnLst><p:par>{root}</p:par></p:tnLst>{f'<p:bldLst>{listed}</p:bldLst>' if listed else ''}</p:timing>"


def _click(build: Build, shapes: Mapping[str, str], ids: Iterator[int]) -> str:
    """Return what one click does: its first effect starts on the click, the others with it."""
    outer, inner = next(ids), next(ids)
    effects = "".join(_effect(target, shapes, ids, "with" if i else "click") for i, target in enumerate(build))
    return _par(f'id="{outer}" fill="hold"', "indefinite", _par(f'id="{inner}" fill="hold"', "0", effects))


def _par(attrs: str, delay: str, inner: str) -> str:
    start = f'<p:stCondLst><p:cond delay="{delay}"/></p:stCondLst>'
    return f"<p:par><p:cTn {attrs}>{start}<p:childTnLst>{inner}</p:childTnLst></p:cTn></p:par>"


def _effect(target: Target, shapes: Mapping[str, str], ids: Iterator[int], start: str) -> str:
    """Return the effect that makes `target` visible."""
    outer, inner, shape = next(ids), next(ids), shapes[target.name]
    where, group = f'<p:spTgt spid="{shape}"/>', ""
    if target.paragraph is not None:
        at = f'st="{target.paragraph}" end="{target.paragraph}"'
        where, group = f'<p:spTgt spid="{shape}"><p:txEl><p:pRg {at}/></p:txEl></p:spTgt>', ' grpId="0"'
    show = (
        f'<p:set><p:cBhvr><p:cTn id="{inner}" dur="1" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn>'
        f"<p:tgtEl>{where}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set>'
    )
    return _par(f'id="{outer}" {_APPEAR} fill="hold"{group} nodeType="{start}Effect"', "0", show)
