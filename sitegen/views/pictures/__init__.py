"""Charts and maps as inline SVG."""
