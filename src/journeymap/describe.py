"""What a picture says, in sentences: for screen readers, and wherever no picture can be shown."""

from __future__ import annotations

from journeymap.analysis.feelings import extremes, feelings
from journeymap.labels.words import Labels
from journeymap.model import Journey, Stage


def description(journey: Journey, labels: Labels) -> str:
    """Return the map in a few sentences: its size, its lowest and highest point, what is urgent."""
    sentences = [labels.sentences["map"].format(title=journey.title)]
    if journey.stages:
        sentences.append(
            labels.sentences["size"].format(
                stages=len(journey.stages),
                names=", ".join(stage.name for stage in journey.stages),
                touchpoints=sum(len(stage.touchpoints) for stage in journey.stages),
            )
        )
    ends = extremes(journey)
    if ends is not None and ends[0] != ends[1]:
        for name, stage in zip(("lowest", "highest"), ends, strict=True):
            sentence = labels.sentences[name]
            sentences.append(sentence.format(stage=stage.name, feelings=_felt(stage)))
    urgent = [
        item.text
        for stage in journey.stages
        for item in stage.recommendations
        if item.urgency == "urgent"
    ]
    if urgent:
        sentences.append(labels.sentences["urgent"].format(texts="; ".join(urgent)))
    return " ".join(sentences)


def _felt(stage: Stage) -> str:
    return ", ".join(name for feeling in feelings(stage) for name in feeling.names)
