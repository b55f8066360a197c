"""Reading, checking and baking content packs. Nothing is imported here: start-up counts."""
