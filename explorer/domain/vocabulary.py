"""The closed lists of words that content and program share."""

from enum import IntEnum, StrEnum


class Language(StrEnum):
    """A language in which every text of a pack exists."""

    NL = "nl"
    EN = "en"


class Level(StrEnum):
    """How a text is written: plain (B1) or clinical (the field's own terms)."""

    PLAIN = "plain"
    CLINICAL = "clinical"


class Use(StrEnum):
    """The two ends of the slider. What lies between them is a transition, not a dose."""

    THERAPEUTIC = "therapeutic"
    CHRONIC = "chronic"


class Phase(StrEnum):
    """When an effect holds: during the hours of action, or in the days to years afterwards."""

    ACUTE = "acute"
    LONG_TERM = "long_term"


class Lens(StrEnum):
    """Which evidence a person wants to see; `explorer.domain.lens` says what passes."""

    ALL = "all"
    HUMAN = "human"
    CONTROLLED = "controlled"


class Side(StrEnum):
    """The side of the brain that a finding is limited to: the person's own left or right."""

    LEFT = "left"
    RIGHT = "right"


class Hemispheres(StrEnum):
    """Which half of the brain an anatomical diagram shows."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Effect(StrEnum):
    """Direction of the measured outcome. Neither good nor bad."""

    DECREASE = "decrease"
    INCREASE = "increase"
    MIXED = "mixed"
    NO_CHANGE = "no_change"
    UNKNOWN = "unknown"


class Strength(IntEnum):
    """Five steps of evidence, computed by `explorer.domain.strength` and never typed in."""

    GAP = 0
    EARLY = 1
    LIMITED = 2
    MODERATE = 3
    STRONG = 4


class Species(StrEnum):
    """Who, or what, was studied."""

    HUMAN = "human"
    MONKEY = "monkey"
    RAT = "rat"
    MOUSE = "mouse"
    ZEBRAFISH = "zebrafish"
    CELLS = "cells"


class Design(StrEnum):
    """How the study was done."""

    META_ANALYSIS_CONTROLLED = "meta_analysis_controlled"
    META_ANALYSIS_OBSERVATIONAL = "meta_analysis_observational"
    RCT = "rct"
    CROSSOVER = "crossover"
    CROSSOVER_IMAGING = "crossover_imaging"
    POOLED_ANALYSIS = "pooled_analysis"
    PROSPECTIVE = "prospective"
    CROSS_SECTIONAL = "cross_sectional"
    FOLLOW_UP = "follow_up"
    OPEN_LABEL = "open_label"
    CASE_SERIES = "case_series"
    REVIEW = "review"
    MONITORING = "monitoring"
    LETTER = "letter"
    TEXTBOOK = "textbook"
    GUIDELINE = "guideline"
    REGULATORY = "regulatory"
    ANIMAL = "animal"
    IN_VITRO = "in_vitro"


class Replication(StrEnum):
    """Whether an independent group found the same."""

    REPLICATED = "replicated"
    SINGLE = "single"
    CONFLICTING = "conflicting"


class Verification(StrEnum):
    """How much of the source was read by whoever wrote the claim."""

    FULLTEXT = "fulltext"
    ABSTRACT = "abstract"
    SECONDARY = "secondary"


class Spread(StrEnum):
    """What the interval behind a number means."""

    SD = "sd"
    SE = "se"
    CI95 = "ci95"
    IQR = "iqr"
    RANGE = "range"


class CheckVerdict(StrEnum):
    """What the literature says of a common statement."""

    CONTRADICTED = "contradicted"
    OVERSTATED = "overstated"
    MIXED_UP = "mixed_up"
    OUTDATED = "outdated"
    UNSUPPORTED = "unsupported"
    PARTLY = "partly"
    CORRECT = "correct"


class ReferenceStatus(StrEnum):
    """Whether a paper still stands."""

    OK = "ok"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
