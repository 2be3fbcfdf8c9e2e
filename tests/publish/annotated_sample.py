"""Readings of four sample stories, annotated by hand: every span is found by searching for its words."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.resources import files

from lxml import html

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

SAMPLE = files("sayso.data").joinpath("sample")


@dataclass
class Annotator:
    """Collects annotations on one text; `nth` says which find of some words is meant."""

    document: Document
    attributions: list[Attribution] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return Span(start, start + len(words))

    def says(
        self,
        content: str | list[str],
        source: str | None = None,
        cue: str | None = None,
        *,
        stance: Stance = Stance.ASSERTS,
        form: Form = Form.INDIRECT,
        parent: str | None = None,
        name: str | None = None,
        kind: SpeakerKind = SpeakerKind.ORGANISATION,
        nth: tuple[int, int, int] = (0, 0, 0),
        score: float = 0.94,
    ) -> str:
        parts = [content] if isinstance(content, str) else content
        found = Attribution(
            id=f"a{len(self.attributions) + 1}",
            source=self.span(source, nth[1]) if source else None,
            cue=self.span(cue, nth[2]) if cue else None,
            content=tuple(self.span(part, nth[0]) for part in parts),
            form=form,
            stance=stance,
            score=score,
            parent=parent,
            speaker=Speaker(name, kind) if name else None,
        )
        self.attributions.append(found)
        return found.id

    def place(self, words: str, name: str, nth: int = 0, kind: PlaceKind = PlaceKind.CITY) -> int:
        self.places.append(Place(self.span(words, nth), name, kind, "UA", lat=46.6, lon=32.6))
        return len(self.places) - 1

    def date(self, words: str, first: date | None, last: date | None = None, why: str | None = None) -> int:
        self.dates.append(DateMention(self.span(words), first, last or first, why))
        return len(self.dates) - 1

    def figure(
        self,
        words: str,
        low: float | None,
        high: float | None,
        unit: str,
        *,
        approximate: bool = False,
        stance: FigureStance = FigureStance.ASSERTED,
        nth: int = 0,
    ) -> int:
        self.figures.append(Figure(self.span(words, nth), low, high, approximate, unit, stance=stance))
        return len(self.figures) - 1

    def event(self, words: str, kind: EventType = EventType.ADMINISTER, tense: Tense = Tense.PAST) -> int:
        self.events.append(Event(self.span(words), kind, Certainty.CERTAIN, Polarity.POSITIVE, tense))
        return len(self.events) - 1

    def check(self, words: str, verdict: Verdict, about: tuple[str, ...] = ()) -> int:
        self.checks.append(Check(self.span(words), verdict, None, about))
        return len(self.checks) - 1

    def claim(
        self,
        chain: tuple[str, ...],
        sentence: str,
        *,
        stance: Stance = Stance.ASSERTS,
        certainty: Certainty = Certainty.CERTAIN,
        polarity: Polarity = Polarity.POSITIVE,
        **links: int,
    ) -> None:
        identity = f"c{len(self.claims) + 1}"
        span = self.span(sentence)
        self.claims.append(
            Claim(identity, chain, stance, certainty, polarity, Tense.PAST, span, **links)  # pyright: ignore
        )

    def reading(self) -> Reading:
        return Reading(
            document=self.document,
            attributions=tuple(self.attributions),
            places=tuple(self.places),
            dates=tuple(self.dates),
            figures=tuple(self.figures),
            checks=tuple(self.checks),
            events=tuple(self.events),
            claims=tuple(self.claims),
        )


def saved_page(name: str, publisher: str, published: date, language: str) -> Document:
    """The headline, paragraphs and captions of a saved page, in its order."""
    content = SAMPLE.joinpath(name).read_bytes()
    tree = html.document_fromstring(content.decode())
    parts = tree.xpath("//h1 | //article//p[not(ancestor::aside) and not(@class)] | //figcaption")
    blocks = [" ".join(part.text_content().split()) for part in parts]
    text = "\n\n".join(blocks)
    captions = tuple(
        Caption(words, None, Span(text.index(words), text.index(words) + len(words)))
        for words in (" ".join(one.text_content().split()) for one in tree.xpath("//figcaption"))
    )
    digest = hashlib.sha256(content).hexdigest()
    origin = f"sample/{name}"
    return Document(
        digest, digest, origin, text, language, blocks[0], publisher, published=published, captions=captions
    )


def json_line(identity: str) -> Document:
    lines = SAMPLE.joinpath("posts.jsonl").read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if json.loads(line)["id"] == identity)
    fields = json.loads(line)
    digest = hashlib.sha256(line.encode()).hexdigest()
    published = date.fromisoformat(fields["published"])
    return Document(
        digest,
        digest,
        identity,
        fields["text"],
        fields["language"],
        fields.get("title"),
        fields["publisher"],
        published=published,
    )


def wire_story() -> Reading:
    page = saved_page("2022-07-17-northgate-wire.html", "Northgate Wire", date(2022, 7, 17), "en")
    on = Annotator(page)
    kherson, melitopol = on.place("Kherson", "Kherson", 1), on.place("Melitopol", "Melitopol", 1)
    region = on.place("Zaporizhzhia region", "Zaporizhzhia Oblast", kind=PlaceKind.REGION)
    saturday = on.date("Saturday", date(2022, 7, 16))
    given = "24 people in Kherson and an undisclosed number in Melitopol received passports on Saturday"
    agency = on.says(
        given, "Rosteletype, a Russian state news agency", "said", name="Rosteletype", kind=SpeakerKind.MEDIA
    )
    received = on.event("received passports")
    on.claim(
        (agency,),
        given,
        event=received,
        place=kherson,
        date=saturday,
        figure=on.figure("24 people", 24, 24, "people receiving passports"),
    )
    on.claim(
        (agency,),
        given,
        place=melitopol,
        date=saturday,
        figure=on.figure("an undisclosed number", None, None, "people receiving passports"),
    )
    quote = "“For me, this is the day we have been waiting for. People are coming home,”"
    relay = on.says(quote, "the agency", "quoted", form=Form.DIRECT, name="Rosteletype")
    on.says(
        quote,
        "Kherson’s Russian-appointed governor, Arkady Belozorov",
        "as saying",
        form=Form.DIRECT,
        parent=relay,
        name="Arkady Belozorov",
        stance=Stance.SUPPORTS,
    )
    applied = (
        "thousands in the neighbouring Zaporizhzhia region, which includes Melitopol, "
        "had applied for the documents"
    )
    agency_too = on.says(applied, "Rosteletype", "also said", nth=(0, 1, 0), name="Rosteletype")
    doubt = on.check("this claim could not be independently verified", Verdict.UNVERIFIED, (agency_too,))
    on.claim(
        (agency_too,),
        applied,
        certainty=Certainty.PROBABLE,
        place=region,
        check=doubt,
        figure=on.figure(
            "thousands",
            1000,
            None,
            "passport applications",
            approximate=True,
            stance=FigureStance.UNVERIFIED,
        ),
    )
    on.says("this claim", None, "could not be independently verified", stance=Stance.DOUBTS, score=0.88)
    took = "Russian forces took Kherson in early March"
    on.claim(
        (),
        took,
        event=on.event("took", EventType.CONTROL),
        place=on.place("Kherson in early", "Kherson"),
        date=on.date("early March", date(2022, 3, 1), date(2022, 3, 10)),
    )
    on.says(
        "officials appointed by Moscow face growing resistance",
        "The Halvard Institute, a research group in Copenhagen,",
        "said",
        name="Halvard Institute",
        nth=(0, 0, 2),
    )
    threats = "of threats against people who had taken the documents"
    cited = on.says(
        "accounts on Russian Telegram channels " + threats,
        "The institute",
        "cited",
        name="Halvard Institute",
    )
    on.says(
        threats,
        "accounts on Russian Telegram channels",
        parent=cited,
        name="accounts on Russian Telegram channels",
        kind=SpeakerKind.UNNAMED,
        score=0.71,
    )
    agency_ua = "Ukraine’s Agency for the Occupied South"
    on.says(
        "the passports “void from the first page”",
        agency_ua,
        "called",
        stance=Stance.OPPOSES,
        form=Form.MIXED,
        name="Agency for the Occupied South",
    )
    on.says(
        "residents not to apply",
        agency_ua,
        "urged",
        stance=Stance.REQUESTS,
        name="Agency for the Occupied South",
    )
    denial = on.says(
        "that thousands had come forward",
        "Its spokeswoman, Orysia Kulbachenko",
        "denied",
        stance=Stance.DENIES,
        name="Orysia Kulbachenko",
        kind=SpeakerKind.PERSON,
    )
    on.claim(
        (denial,),
        "that thousands had come forward",
        stance=Stance.DENIES,
        polarity=Polarity.NEGATIVE,
        place=region,
        figure=on.figure("thousands", 1000, None, "passport applications", approximate=True, nth=1),
    )
    dozens = on.says(
        "“There are dozens, brought in by bus for the cameras,”",
        "she",
        "told",
        form=Form.DIRECT,
        name="Orysia Kulbachenko",
        kind=SpeakerKind.PERSON,
        nth=(0, 0, 0),
    )
    on.claim(
        (dozens,),
        "“There are dozens",
        figure=on.figure("dozens", 12, None, "people", approximate=True),
    )
    vote = on.says(
        "a referendum on joining Russia could be held in the two regions as early as September",
        "Gleb Vorontsevsky, a senior Russian lawmaker",
        "According to",
        stance=Stance.PREDICTS,
        name="Gleb Vorontsevsky",
        kind=SpeakerKind.PERSON,
    )
    on.claim(
        (vote,),
        "a referendum on joining Russia could be held",
        certainty=Certainty.POSSIBLE,
        stance=Stance.PREDICTS,
        event=on.event("be held", EventType.VOTE, Tense.FUTURE),
        date=on.date("as early as September", date(2022, 9, 1), date(2022, 9, 30)),
    )
    return on.reading()


def exile_story() -> Reading:
    page = saved_page("2022-07-19-polustanok.html", "Полустанок", date(2022, 7, 19), "ru")
    on = Annotator(page)
    kherson = on.place("Херсоне", "Kherson", 1)
    saturday = on.date("минувшую субботу", date(2022, 7, 16))
    first = on.says("о 24 паспортах", "Агентство «Ростелетайп»", "сообщило", name="«Ростелетайп»")
    second = on.says(
        "о 38", "Телеграм-канал «Тавридский сторож»", "написал", name="«Тавридский сторож»", nth=(0, 0, 0)
    )
    doubt = on.check(
        "Независимо подтвердить ни одну из этих цифр не удалось", Verdict.UNVERIFIED, (first, second)
    )
    for who, words, count in ((first, "24 паспортах", 24), (second, "38 и", 38)):
        on.claim(
            (who,),
            words,
            place=kherson,
            date=saturday,
            check=doubt,
            figure=on.figure(words, count, count, "passports issued", stance=FigureStance.UNVERIFIED),
        )
    relay = on.says(
        "«Никого не тянут силой»",
        "«Ростелетайп»",
        "цитирует",
        form=Form.DIRECT,
        nth=(0, 1, 0),
        name="«Ростелетайп»",
    )
    on.says(
        "что людей принуждают",
        "Назначенный Москвой глава Херсонской области Аркадий Белозоров",
        "отрицает",
        stance=Stance.DENIES,
        name="Аркадий Белозоров",
    )
    on.says(
        "«Никого не тянут силой»",
        "его",
        None,
        form=Form.DIRECT,
        parent=relay,
        name="Аркадий Белозоров",
        nth=(0, 0, 0),
    )
    on.says(
        "«Мне позвонили и сказали: придёте — решим вопрос с выплатой. Я не пошла»",
        "пенсионерка из Мелитополя",
        "рассказала",
        form=Form.DIRECT,
    )
    on.says("придёте — решим вопрос с выплатой", None, "сказали", parent="a6", stance=Stance.PLANS, score=0.6)
    return on.reading()


def untitled_post() -> Reading:
    on = Annotator(json_line("tavridskiy-storozh-4417"))
    witnesses = "очевидцы говорят, что снимали их три камеры и дрон"
    on.says(witnesses.removeprefix("очевидцы говорят, "), "очевидцы", "говорят")
    on.says("вся церемония заняла сорок минут", "сотрудницы библиотеки", "по словам")
    return on.reading()


def regional_story() -> Reading:
    on = Annotator(json_line("stepovyi-kurier-2022-08-23"))
    denial = "що працівників атомної станції змушують отримувати російські паспорти"
    on.says(
        denial,
        "Окупаційна адміністрація Енергодара",
        "заперечила",
        stance=Stance.DENIES,
        name="адміністрація Енергодара",
        kind=SpeakerKind.GOVERNMENT,
    )
    quote = "«Жодного тиску немає, рішення кожен ухвалює сам»"
    relay = on.says(
        quote, "російське агентство «Ростелетайп»", "цитує", form=Form.DIRECT, name="«Ростелетайп»"
    )
    on.says(
        quote,
        "представницю адміністрації Запорізької області Інгу Чемерисову",
        None,
        form=Form.DIRECT,
        parent=relay,
        name="Інга Чемерисова",
    )
    return on.reading()


def bare_story() -> Reading:
    """Nothing found, nothing known."""
    document = replace(wire_story().document, title=None, publisher=None, published=None, captions=())
    return Reading(document)
