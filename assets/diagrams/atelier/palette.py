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
CALLOSUM = ("#fbf7f2", "#ece1d6")
CALLOSUM_LINE = "#a68f7e"
CALLOSUM_SHADE = "#a5866f"

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
HIPPOCAMPUS = ("#f4ebe1", "#dccabb")
AMYGDALA = ("#f2e3d8", "#d6beae")
HYPOTHALAMUS = ("#f6ece3", "#dfcbbb")
KEY_LINE = "#54443b"
KEY_SHADE = "#76594c"
KEY_LIGHT = "#ffffff"
CONTACT_SHADOW = "#3d2f28"
MAMILLARY = "#f8f0e7"

# Small context structures, barely tinted.
ACCUMBENS = "#aaa4b3"
ACCUMBENS_LINE = "#857f90"
PITUITARY = "#d8c2bd"
PITUITARY_LINE = "#86706a"
INFUNDIBULUM = "#dccbc0"
CHIASM = "#efe6d8"
RAPHE = "#a48b80"
RAPHE_LINE = "#7a655b"

# Slices.
GREY_MATTER = ("#ecdcd2", "#dcc6b9")
WHITE_MATTER = ("#f8f5f2", "#ede6df")
WHITE_LINE = "#c5ad9c"
WHITE_SHADE = "#a5866f"
CALLOSUM_ON_SLICE = "#fbf9f7"
NUCLEUS = ("#dfccc2", "#e6d5ca")
NUCLEUS_LINE = "#9c8377"
ACCUMBENS_ON_SLICE = ("#cfcad6", "#aaa4b3")
