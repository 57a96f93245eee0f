"""Who is said to say what: attributions of one document, with exact offsets."""

from sayso.annotate.voices.acts import acts
from sayso.annotate.voices.find import find_attributions

__all__ = ["acts", "find_attributions"]
