"""How dates and numbers are written, where Django's own formats do not suit; found by FORMAT_MODULE_PATH."""
