"""What leaves the program: texts, and later pages and pictures."""
