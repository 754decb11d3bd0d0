"""Of which organisations a report speaks that names none: those whose heads it names."""

from bot.language import name_matching
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report


def bodies_of(report: Report, knowledge: MergingKnowledge) -> frozenset[str]:
    """Return the organisations that a report names, or else those whose heads it names.

    A head is found among those who were read, or by all words of the name.
    """
    if report.reading.organizations:
        return frozenset(report.reading.organizations)
    read = (knowledge.headed_by(person) for person in report.reading.participants)
    titled = set[str]().union(*map(name_matching.codes, report.clues.titled))
    return knowledge.headed_by_one_of(report.clues.names | titled).union(*read)
