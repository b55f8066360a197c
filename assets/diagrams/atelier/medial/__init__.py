"""The medial plate: the medial face of the right half of the brain, nose to the left."""
