"""The shapes of English attributions: verbs of saying, what may stand between them and a subject, phrases for people.

Patterns only; `speakers` knows what they mean.
"""

from __future__ import annotations

import re
from functools import cache

from variorum.core.text.patterns import words

ADVERBS = (
    r"(?:[ ]+(?:\w+ly|also|later|often|always|has|had|have|then|earlier|once|again|himself|herself|who|further|still|"
    r"even|just|now|has since|was|is|would|did|not|on \w+day|last \w+|this \w+|went so far as to|took to Twitter to))"
    r"{0,5} *$"
)
DIRECT = re.compile(ADVERBS, re.IGNORECASE)
PRONOUN = re.compile(rf"\b(?P<word>he|she|they|it)\b(?:[’'](?:s|d|ll|re|ve)\b)?{ADVERBS}", re.IGNORECASE)
AFTER_PREPOSITION = re.compile(
    r"(?:(?P<head>[\w-]+) )?\b(?:of|by|with|to|for|from|at|in|on|against|about|over|than|that|between|like)"
    r"(?: the| a| an)? $",
    re.IGNORECASE,
)
RELATIVE = re.compile(r", (?:which|who|whose|whom|where)\b")
INSIDE_RELATIVE = re.compile(r"\b(?:that|which|who), *$")
ACTS = re.compile(
    r" (?:also |never |later |\w+ly )?(?:\w{2,}ed|was|is|has|had|will|would|did|does|could|may|said|says|told|went|"
    r"came|took|made|gave|met|spoke|wrote|got|began|left|sat|stood|chose|won|lost|held|kept|knew|saw|thought|sought)\b"
)
ROLE = re.compile(r"(?<=, )(?:[A-Z][\w’'.-]* ?){1,5}$")
OPENS_WITH_PRONOUN = re.compile(r"(?:But |And |Then |Still, )?(?:[Hh]e|[Ss]he) ")
ANNOUNCED = re.compile(r"^\W*[^:]{3,60}: ")
ACCORDING = re.compile(r"\b(?:according to|in the words of) (?:the )?", re.IGNORECASE)
SPEECHLIKE = re.compile(r"[,?!…—–-]\s*$")
NOUN_PHRASE = re.compile(
    r"(?:^\s*|[,;:.“”\"—–] ?|\b(?:and|but|as|that|because|while|when|however),? )"
    r"(?P<phrase>(?:[A-Z]\w+[’']s|the|a|an|one|another|his|her|its|their|our|this|some|several|two) "
    r"(?:[\w’'.-]+ ){0,4}[\w’'.-]+)"
    r"(?: (?:has|had|have|also|later|itself|\w+ly)){0,2} ?$",
    re.IGNORECASE,
)
INVERTED_PHRASE = re.compile(
    r" (?P<phrase>(?:[A-Z]\w+[’']s|the|a|an|one|another|his|her|its|their) (?:[\w’'-]+ ){0,3}[\w’'-]+?)"
    r"(?=[,.;]| (?:in|on|at|of|who|that|from)\b)"
)
TRAILING = re.compile(r"(?: (?:also|has|had|have|later|then|itself|further|\w+ly)){1,3}$")
OTHER_CLAUSE = re.compile(r"\W*(?:when|while|after|before|because|where|if|although|though|but|and|or|than)\b")
"""Behind a quotation this opens a clause that isn't its attribution: “…,” when Smith asked him."""
SIGNED = re.compile(r"\s*[―—–-]{1,2} ?(?P<name>[A-Z][^,;:!?\n]{2,40}?)\.?\s*$")
"""The name that a quotation is signed with: “…” — Ada Lund."""
TRAILS = re.compile(r"(?:[,–—-]|\b(?:while|by|before|after|when)) *$")
"""What stands before a participle that goes with the sentence's subject: …, saying · … while chanting."""
LISTED = re.compile(r"(?:[\w’'.-]+ ){0,5}(?P<head>[\w’'-]+)")


@cache
def verb() -> re.Pattern[str]:
    """Matches a verb of saying, or "to" with an infinitive that is none elsewhere."""
    forms = "|".join(sorted(words("names", "speech"), key=len, reverse=True))
    openers = "|".join(form.capitalize() for form in sorted(words("names", "speech")) if form.endswith("ing"))
    return re.compile(
        rf"(?<![\w’'-])(?:{forms}|{openers}|puts? it"
        rf"|(?<=\bto )(?:state|note|report|claim|call|comment|remark))(?![\w’'-])(?:(?<=said)|(?! (?:by|out|off)\b))"
    )
