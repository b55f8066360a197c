"""What a person sees. Widgets show state and emit wishes."""
