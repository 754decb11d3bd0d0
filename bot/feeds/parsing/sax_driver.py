"""How feedparser is given a document: Python's own expat, with fewer events.

feedparser looks its driver up by name (`PREFERRED_XML_PARSERS`). Python's tells each line and each
`&lt;` of a text by itself, some thirty events for one summary where one will do, and builds a table
of attributes for elements that have none.
"""

from collections.abc import Mapping
from xml.parsers.expat import XMLParserType
from xml.sax.expatreader import ExpatParser
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl

_LONGEST_PIECE = 65_536
"""Characters of text that are told at once."""

_NO_ATTRIBUTES = AttributesNSImpl({}, {})


class JoinedTextParser(ExpatParser):
    """Tells the text between two tags at once."""

    _parser: XMLParserType
    _cont_handler: ContentHandler

    def reset(self) -> None:
        """Prepare for a document."""
        super().reset()
        self._parser.buffer_size = _LONGEST_PIECE
        self._parser.buffer_text = True

    def start_element_ns(self, name: str, attrs: Mapping[str, str]) -> None:
        """Tell that an element begins; one of a namespace has this before its name."""
        if attrs or " " in name:
            super().start_element_ns(name, attrs)
        else:
            self._cont_handler.startElementNS((None, name), None, _NO_ATTRIBUTES)

    def end_element_ns(self, name: str) -> None:
        """Tell that an element ends."""
        if " " in name:
            super().end_element_ns(name)
        else:
            self._cont_handler.endElementNS((None, name), None)


def create_parser() -> JoinedTextParser:
    """Return a driver; the name is what `xml.sax` asks for."""
    return JoinedTextParser()
