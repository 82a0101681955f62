"""From pieces of text with places on pages to blocks in reading order: pure geometry, no file formats."""
