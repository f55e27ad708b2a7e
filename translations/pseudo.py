#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a language that nobody speaks: every text stands in brackets, accented, and 40 % longer.

pseudo.py OUT.qm [de|ar|ja]    with it, what stays in plain English is not translatable, and what is cut off is cut off in a real
                               language too. de (as without): longer by 40 %. ar: in Arabic letters, with the six plurals
                               of Arabic. ja: in wide letters without blanks to break at, with one plural.
"""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QT = "/usr/lib/qt6/bin/"
ACCENTS = str.maketrans("AaCcEeGgIiLlNnOoRrSsTtUuYyZz", "ÅâÇçÉéĞğÎîĻļÑñÖöŔŕŠšŢţÛûÝýŽž")
# Placeholders, mnemonics, tags, entities, words of the grammar (/claim, @who, #A1) and names of keys stay as they are.
KEPT = re.compile(r"(%L?\d+|%n|%#?[A-Za-z]\w*\+?%|&(?:amp|lt|gt|quot|nbsp);|&\S|<[^<>]*>|(?<!\S)[/@#][\w#-]+|(?:Ctrl|Alt|Shift|Esc|Enter|Tab)\b(?:\+\S+)?)")
FILLING = " ōñê ţŵö ţħŕéê ƒöûŕ ƒîvé"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ARABIC = str.maketrans(LATIN + LATIN.upper(), "ابثدهفجحيژكلمنوپقرستعڤغخطذ" * 2)
# Each sound is one wide letter; vowels have none of their own, so that a word takes as much room as its translation would.
JAPANESE = str.maketrans(LATIN + LATIN.upper(), ("　バ　ダ　フガハ　ジカラマナ　パケリサタ　ヴワクヨゾ" * 2)) | {ord(" "): None}


def pseudo(text, language):
    if not text.strip():
        return text
    parts = KEPT.split(text)
    letters = {"ar": ARABIC, "ja": JAPANESE}.get(language, ACCENTS)
    spoken = "".join(part if number % 2 else part.translate(letters).replace("　", "") for number, part in enumerate(parts))
    body = spoken.rstrip("\n")
    length = sum(len(part) for number, part in enumerate(parts) if number % 2 == 0)
    filling = (FILLING * (1 + length // len(FILLING)))[: max(1, -(-length * 4 // 10))] if letters is ACCENTS else ""
    return f"[{body}{filling}]" + spoken[len(body):]


def forms_of(english, source, language):
    """The plural forms: as many as the language has."""
    forms = english or [source, source]
    return {"ar": [forms[-1], forms[0], *[forms[-1]] * 4], "ja": forms[-1:]}.get(language, forms)


def run(*command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"pseudo: {' '.join(command[:1])} fails: {done.stdout}{done.stderr}")


def main():
    language = sys.argv[2] if len(sys.argv) == 3 else "de"
    if len(sys.argv) not in (2, 3) or language not in ("de", "ar", "ja"):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as scratch:
        catalogue = Path(scratch) / "fireline_pseudo.ts"
        run(QT + "lupdate", "-locations", "none", "-source-language", "en", "-target-language", language, "app", "models", "views",
            "-ts", str(catalogue))
        english = {}
        for context in ElementTree.parse(ROOT / "translations/fireline_en.ts").getroot().findall("context"):
            for message in context.findall("message"):
                forms = [form.text or "" for form in message.find("translation").findall("numerusform")]
                english[context.findtext("name"), message.findtext("source")] = forms
        tree = ElementTree.parse(catalogue)
        for context in tree.getroot().findall("context"):
            for message in context.findall("message"):
                source = message.findtext("source") or ""
                translation = message.find("translation")
                translation.attrib.pop("type", None)
                for form in translation.findall("numerusform"):
                    translation.remove(form)
                if message.get("numerus") == "yes":
                    for text in forms_of(english.get((context.findtext("name"), source)), source, language):
                        ElementTree.SubElement(translation, "numerusform").text = pseudo(text, language)
                else:
                    translation.text = pseudo(source, language)
        tree.write(catalogue, encoding="utf-8", xml_declaration=True)
        Path(sys.argv[1]).resolve().parent.mkdir(parents=True, exist_ok=True)
        run(QT + "lrelease", "-silent", str(catalogue), "-qm", str(Path(sys.argv[1]).resolve()))


if __name__ == "__main__":
    main()
