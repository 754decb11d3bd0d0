"""A month is drawn as its days and who was most active, at a size for a phone."""

import io
from datetime import date, timedelta

import pytest
from PIL import Image

from bot.messages.month_picture import month_document
from bot.messages.picture import WIDTH
from bot.messages.review_content import Active, ReviewContent, ReviewedPeriod
from storage.enums import Period
from tests.messages.records import event, person, record, view


def content(first: date, events: int) -> ReviewContent:
    span = ReviewedPeriod(Period.MONTH, first, date(2025, 1, 1))
    held = [
        record(
            event(id=at, starts_on=first + timedelta(days=at % 27), city="Түркістан " * 9),
            ("ots", "no longer known") if at % 2 else (),
        )
        for at in range(events)
    ]
    people = [Active(None, (record(), person(0, "Kubanychbek Omuraliev " * 5)), 4)]
    return ReviewContent(span, held, 0, 0, (), people)


@pytest.mark.parametrize("language", ["en", "tr", "az", "kk", "ky", "uz", "ru"])
@pytest.mark.parametrize("events", [1, 400])
def test_it_is_one_picture_of_a_phones_width_in_every_language(language: str, events: int) -> None:
    document = month_document(view(language), content(date(2024, 12, 1), events))
    image = Image.open(io.BytesIO(document.content))
    assert (image.format, image.width) == ("PNG", WIDTH)
    assert image.width + image.height < 10_000  # what Telegram takes as a photo
    assert len(set(image.convert("RGB").get_flattened_data())) > 10


def test_a_month_of_six_rows_is_taller_than_one_of_four() -> None:
    def height(first: date) -> int:
        document = month_document(view(), content(first, 1))
        return Image.open(io.BytesIO(document.content)).height

    assert height(date(2024, 12, 1)) > height(date(2021, 2, 1))
