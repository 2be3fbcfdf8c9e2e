"""Hand-made readings of invented stories, in the three languages."""

from datetime import date

from sayso.records import (
    Attribution,
    Caption,
    Certainty,
    Check,
    Claim,
    DateMention,
    Document,
    Event,
    EventType,
    Figure,
    FigureStance,
    Form,
    Place,
    PlaceKind,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Tense,
    Verdict,
)

LYSOHIRKA = ("Lysohirka", PlaceKind.CITY, "UA", 1, 47.0, 33.0)
ORLAN = Speaker("Orlan", SpeakerKind.MEDIA, profile="orlan")
INSTITUTE = Speaker("Institute for River Studies", SpeakerKind.ORGANISATION)
HRYNKO = Speaker("Pavlo Hrynko", SpeakerKind.PERSON, why="last person named before it")


class Words:
    """A text, with its spans found by their words, so that a reading reads like the story."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def said(
        self,
        name: str,
        source: str | None,
        cue: str | None,
        content: str,
        stance: Stance = Stance.ASSERTS,
        *,
        form: Form = Form.INDIRECT,
        speaker: Speaker | None = None,
        parent: str | None = None,
    ) -> Attribution:
        return Attribution(
            id=name,
            source=self.at(source) if source else None,
            cue=self.at(cue) if cue else None,
            content=(self.at(content),),
            form=form,
            stance=stance,
            score=0.95,
            parent=parent,
            speaker=speaker,
        )

    def event(
        self, words: str, kind: EventType, *, certainty: Certainty = Certainty.CERTAIN, **where: int
    ) -> Event:
        return Event(self.at(words), kind, certainty, Polarity.POSITIVE, Tense.PAST, **where)

    def claim(
        self,
        name: str,
        chain: tuple[str, ...],
        sentence: str,
        stance: Stance = Stance.ASSERTS,
        *,
        certainty: Certainty = Certainty.CERTAIN,
        polarity: Polarity = Polarity.POSITIVE,
        tense: Tense = Tense.PAST,
        **refers: int,
    ) -> Claim:
        return Claim(name, chain, stance, certainty, polarity, tense, self.at(sentence), **refers)


def english() -> Reading:
    signed = "40 workers in Lysohirka and an undisclosed number in Brodske signed new contracts on Friday"
    applied = "thousands in the Nyzhnia district applied"
    changed = "More than 700,000 people have changed employers since 2019 in the valley"
    story = Words(
        "River port taken over, say installed officials\n\n"
        f"The Orlan agency, a state newswire, said {signed}.\n\n"
        '"There is no way back," the agency quoted the port\'s new director, Pavlo Hrynko, as saying.\n\n'
        f"Vest, another state outlet, reported {applied}, but this claim could not be verified.\n\n"
        f"It was reportedly the third attempt. {changed}. The institute denied on its website that the port "
        "was closed and cited posts on local channels of arrests. He could close it as early as July."
    )
    return Reading(
        document=Document(
            id="0" * 64,
            sha256="f" * 64,
            origin="news/story.txt",
            text=story.text,
            language="en",
            title="River port taken over, say installed officials",
            publisher="Valley Post",
            published=date(2023, 5, 14),
            captions=(Caption("Workers at the port gate, photographed in 2020."),),
        ),
        attributions=(
            story.said("a1", "The Orlan agency, a state newswire", "said", signed, speaker=ORLAN),
            story.said(
                "a2", "the agency", "quoted", '"There is no way back,"', form=Form.DIRECT, speaker=ORLAN
            ),
            story.said(
                "a3",
                "the port's new director, Pavlo Hrynko",
                "as saying",
                '"There is no way back,"',
                form=Form.DIRECT,
                speaker=HRYNKO,
                parent="a2",
            ),
            story.said(
                "a4",
                "Vest, another state outlet",
                "reported",
                applied,
                speaker=Speaker("Vest", SpeakerKind.MEDIA),
            ),
            story.said("a5", None, "could not be verified", "this claim", Stance.DOUBTS),
            story.said("a6", None, "reportedly", "the third attempt"),
            story.said(
                "a7", "The institute", "denied", "that the port was closed", Stance.DENIES, speaker=INSTITUTE
            ),
            story.said(
                "a8", "The institute", "cited", "posts on local channels of arrests", speaker=INSTITUTE
            ),
            story.said(
                "a9",
                "posts on local channels",
                None,
                "arrests",
                speaker=Speaker("posts on local channels", SpeakerKind.UNNAMED),
                parent="a8",
            ),
            story.said("a10", "He", None, "close it as early as July", Stance.PREDICTS, speaker=HRYNKO),
        ),
        places=(
            Place(story.at("Lysohirka"), *LYSOHIRKA),
            Place(story.at("Brodske"), "Brodske", PlaceKind.OTHER, why="two places are named Brodske"),
            Place(story.at("the Nyzhnia district"), "Nyzhnia Oblast", PlaceKind.REGION, "UA", 2, 47.5, 33.5),
        ),
        dates=(
            DateMention(story.at("Friday"), date(2023, 5, 12), date(2023, 5, 12)),
            DateMention(story.at("since 2019"), date(2019, 1, 1), None),
            DateMention(story.at("as early as July"), date(2023, 7, 1), date(2023, 7, 31)),
        ),
        figures=(
            Figure(story.at("40 workers"), 40, 40, False, "workers signing contracts", "a1", 0, 0),
            Figure(
                story.at("an undisclosed number"), None, None, False, "workers signing contracts", "a1", 1, 0
            ),
            Figure(
                story.at("thousands"),
                1000,
                None,
                True,
                "applications",
                "a4",
                2,
                None,
                FigureStance.UNVERIFIED,
            ),
            Figure(
                story.at("More than 700,000 people"), 700_000, None, False, "people changing employers", None
            ),
        ),
        checks=(Check(story.at("this claim could not be verified"), Verdict.UNVERIFIED, None, ("a4",)),),
        events=(
            story.event("closed", EventType.ADMINISTER),
            story.event("arrests", EventType.COERCE, certainty=Certainty.POSSIBLE),
            story.event("close it", EventType.ADMINISTER, certainty=Certainty.POSSIBLE),
        ),
        claims=(
            story.claim("c1", ("a1",), signed, figure=0, place=0, date=0),
            story.claim("c2", ("a1",), signed, figure=1, place=1, date=0),
            story.claim("c3", ("a4",), applied, certainty=Certainty.PROBABLE, figure=2, place=2, check=0),
            story.claim("c4", (), changed, figure=3, date=1),
            story.claim(
                "c5", ("a7",), "that the port was closed", Stance.DENIES, polarity=Polarity.NEGATIVE, event=0
            ),
            story.claim("c6", ("a9", "a8"), "arrests", certainty=Certainty.POSSIBLE, event=1),
            story.claim(
                "c7",
                ("a10",),
                "close it as early as July",
                Stance.PREDICTS,
                certainty=Certainty.POSSIBLE,
                tense=Tense.FUTURE,
                event=2,
                date=2,
            ),
        ),
    )


def russian() -> Reading:
    moved = "что в середине мая в Лысогорке эвакуировали до 80 человек, в том числе «десятки» детей"
    story = Words(
        f"Глава районной администрации Степан Лучко заявил агентству «Орлан», {moved}. "
        "По его словам, «никто не пострадал». Официального подтверждения этому нет."
    )
    luchko = Speaker("Степан Лучко", SpeakerKind.PERSON)
    return Reading(
        document=Document("1" * 64, "e" * 64, "новости/лысогорка.txt", story.text, "ru"),
        attributions=(
            story.said("a1", "Глава районной администрации Степан Лучко", "заявил", moved, speaker=luchko),
            story.said(
                "a2",
                "его",
                "По его словам",
                "«никто не пострадал»",
                Stance.DENIES,
                form=Form.DIRECT,
                speaker=luchko,
            ),
        ),
        places=(Place(story.at("Лысогорке"), *LYSOHIRKA),),
        dates=(DateMention(story.at("в середине мая"), why="the story's day is unknown"),),
        figures=(
            Figure(story.at("до 80 человек"), None, 80, False, "people evacuated", "a1", 0, 0),
            Figure(story.at("«десятки» детей"), 10, None, True, "children evacuated", "a1", 0, 0),
        ),
        checks=(Check(story.at("Официального подтверждения этому нет"), Verdict.UNVERIFIED),),
        events=(story.event("эвакуировали", EventType.MOVE, place=0, date=0),),
        claims=(
            story.claim("c1", ("a1",), moved, event=0, figure=0, place=0, date=0),
            story.claim("c2", ("a1",), moved, figure=1, place=0, date=0),
        ),
    )


def ukrainian() -> Reading:
    downed = "у ніч на 12 травня над Лисогіркою збили 23–25 безпілотників"
    story = Words(
        f"Хто керує портом у Лисогірці\n\nЯк передає «Долина», із посиланням на Генштаб, {downed}. "
        "Мер міста сумнівається, що їх було понад 20."
    )
    return Reading(
        document=Document(
            id="2" * 64,
            sha256="d" * 64,
            origin="https://dolyna.example/port",
            text=story.text,
            language="uk",
            title="Хто керує портом у Лисогірці",
            publisher="Долина",
            published=date(2023, 5, 12),
        ),
        attributions=(
            story.said("a1", "«Долина»", "передає", downed, speaker=Speaker("Долина", SpeakerKind.MEDIA)),
            story.said(
                "a2",
                "Генштаб",
                "із посиланням на",
                downed,
                speaker=Speaker("Генштаб", SpeakerKind.GOVERNMENT),
                parent="a1",
            ),
            story.said("a3", "Мер міста", "сумнівається", "що їх було понад 20", Stance.DOUBTS),
        ),
        places=(Place(story.at("Лисогіркою"), *LYSOHIRKA),),
        dates=(DateMention(story.at("у ніч на 12 травня"), date(2023, 5, 11), date(2023, 5, 12)),),
        figures=(
            Figure(story.at("23–25 безпілотників"), 23, 25, False, "drones shot down", "a2", 0, 0),
            Figure(story.at("понад 20"), 20, None, False, "drones shot down", "a3", 0, 0),
        ),
        events=(story.event("збили", EventType.ASSAULT, place=0, date=0),),
        claims=(
            story.claim("c1", ("a2", "a1"), downed, event=0, figure=0, place=0, date=0),
            story.claim("c2", ("a3",), "що їх було понад 20", Stance.DOUBTS, figure=1, place=0, date=0),
        ),
    )
