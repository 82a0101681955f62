"""Code that runs inside the sandboxed child only: one module for each family of formats."""
