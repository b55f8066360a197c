"""The synapse plate: a serotonin terminal and the cell that receives, schematic."""
