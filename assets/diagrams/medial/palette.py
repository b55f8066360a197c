"""The colours: a calm ground, for the program paints its own colours over three regions."""

# Cortex, seen from the midline: light above, a little warmer and darker below.
CORTEX = ("#f1e6df", "#dfccc1")
CORTEX_LINE = "#755a52"
CORTEX_SHADE = "#75544b"
CORTEX_LIGHT = "#fffbf7"
FAR_CORTEX = ("#d6c5bc", "#c4b0a6")
FAR_SHADE = "#6d5048"
SEPTAL_AREA = "#dfcfc5"

# White matter.
CALLOSUM = ("#fbf7f0", "#ebe1d3")
CALLOSUM_LINE = "#a8957f"
CALLOSUM_SHADE = "#a08a72"

# Fluid.
SEPTUM = "#dbe1e4"
VENTRICLE = "#c9d2d7"
VENTRICLE_LINE = "#a3b0b8"
VENTRICLE_SHADE = "#76878f"

# Around the third ventricle.
WALL = "#e2d5cb"
THALAMUS = ("#e8e5ea", "#cfc9d3")
THALAMUS_LINE = "#8f8797"
ADHESION = "#f1eef2"

STEM = ("#e1d7cf", "#cabbb0")
STEM_LINE = "#86736a"
STEM_SHADE = "#7d675b"

CEREBELLUM = ("#e6d6ca", "#ceb7a7")
CEREBELLUM_LINE = "#83675a"
TREE = "#f6eee5"

# The three regions to click: ivory, lighter than what lies around them, with a fine dark outline.
HIPPOCAMPUS = ("#f2eadd", "#d9cab7")
AMYGDALA = ("#efe2d5", "#d3bdaa")
HYPOTHALAMUS = ("#f4ebdf", "#dccbb8")
KEY_LINE = "#54443b"
KEY_SHADE = "#6e5a4c"
KEY_LIGHT = "#ffffff"
CONTACT_SHADOW = "#3d2f28"
MAMILLARY = "#f6eee2"

# Small context structures, barely tinted.
ACCUMBENS = "#aaa4b3"
ACCUMBENS_LINE = "#857f90"
PITUITARY = "#d8c2bd"
PITUITARY_LINE = "#86706a"
INFUNDIBULUM = "#dccbc0"
CHIASM = "#efe6d8"
RAPHE = "#a48b80"
RAPHE_LINE = "#7a655b"
