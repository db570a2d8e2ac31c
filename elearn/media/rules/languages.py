"""The languages of captions, each named in itself."""

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}
