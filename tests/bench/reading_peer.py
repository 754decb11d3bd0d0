"""dateparser or natasha on the bench's articles, in the environment where they are installed.

Prints how often a second of processor time.

Articles come on the standard input as a JSON list of texts.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable

Work = Callable[[str], object]


def dates(language: str) -> Work:
    search = importlib.import_module("dateparser.search").search_dates
    languages = None if language == "tk" else [language]  # it knows no Turkmen
    return lambda text: search(text, languages=languages)


def names(_language: str) -> Work:
    natasha = importlib.import_module("natasha")
    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def work(text: str) -> object:
        document = natasha.Doc(text)
        document.segment(segmenter)
        document.tag_ner(tagger)
        return document

    return work


def main(peer: str, language: str, seconds: float) -> None:
    work = {"dateparser": dates, "natasha": names}[peer](language)
    texts = json.load(sys.stdin)
    work(texts[0])  # load and compile outside the measurement
    started, rounds = time.process_time(), 0.0
    while (elapsed := time.process_time() - started) < seconds:
        for text in texts:
            work(text)
        rounds += 1
    sys.stdout.write(json.dumps(rounds / elapsed))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
