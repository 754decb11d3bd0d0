"""The project's own catalogue, and what reads and merges by it: built once for all tests."""

from bot.extraction.reader import Reader
from bot.language.timezone_lookup import ZoneNames
from bot.merging.knowledge import MergingKnowledge
from bot.pipeline.file_events import EventFiler
from config.catalogue_loader import load_catalogue

CATALOGUE = load_catalogue()
READER = Reader(CATALOGUE)
KNOWLEDGE = MergingKnowledge(CATALOGUE)
FILER = EventFiler(KNOWLEDGE)
ZONES = ZoneNames(CATALOGUE.places)
