"""Makes the diagrams of the pack: brain plates from a published template, and the synapse."""
