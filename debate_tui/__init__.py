"""A terminal game about changing one's mind well."""

__version__ = "0.1.0"
