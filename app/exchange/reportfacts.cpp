// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportfacts.h"

#include "process/severityshape.h"

#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

using Kind = MarkdownBlock::Kind;

QRegularExpression form(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

/// "**Severity:** SEV1", "- Severity: 1", "Severity | SEV1"
QString severityIn(const QString &line)
{
    static const QRegularExpression severity = form(
        u"^[\\W]*(?:incident )?severity[\\s*_:|%1]+([^|<>]{1,40}?)[\\s*_|]*$"_s.arg(domain::severityShapes));
    const auto found = severity.match(line);
    const QString value = found.hasMatch() ? plainText(found.captured(1)).simplified() : QString();
    const bool template_ = value.contains(u'/') || value.contains(u'?') || value.contains(u'[') || value.contains(u'{');
    return template_ ? QString() : value;
}

void readStatedDay(const QString &line, DocumentFacts &facts)
{
    static const QRegularExpression stated = form(
        u"^[\\W]*(?:incident |outage |event )?(?:date|day|date of (?:the )?(?:incident|outage)|when|start(?:ed|s| time| "
        u"date)?|incident start)(?: \\(utc\\))?[\\s*_]*[:|][\\s*_|]*(.{4,80})$"_s);
    const auto found = stated.match(line);
    if (!found.hasMatch())
        return;
    for (QDate date : datesInside(found.captured(1))) {
        if (!facts.statedDays.contains(date))
            facts.statedDays += date;
    }
}

/// "T0 = 2024-01-02 14:02 UTC", "T-0 (2024-01-02 14:02 UTC): ..."
void readZero(const QString &line, DocumentFacts &facts)
{
    static const QRegularExpression zero(u"\\bT[+-]?0{1,2}\\b\\s*(?:=|:|is|was|\\(|at)+\\s*(.{8,60})"_s);
    if (facts.zero || line.size() > 300)
        return;
    const auto found = zero.match(line);
    if (!found.hasMatch())
        return;
    const Stamp stamp = readStamp(found.captured(1), StampPlace::Row);
    if (stamp.state != Stamp::State::Read || !stamp.date.date().isValid() || !stamp.clock || !stamp.zone.isSet())
        return;
    facts.zero = toInstant(stamp.date.date(), stamp.clock->time(), stamp.clock->micros % 1000, stamp.zone).at;
}

} // namespace

SectionUse useOfHeading(const QString &heading)
{
    static const QRegularExpression timeline = form(
        u"\\b(time ?line|chronology|chronological|sequence of events|key events|order of events|course of events|inciden"
        u"t log|event log|log of events|what happened when|minute by minute|playback|zeitlicher ablauf|chronologie)"
        u"\\b"_s);
    static const QRegularExpression aside = form(
        u"\\b(action|actions|follow[- ]?ups?|lessons?|learn(ed|t|ing|ings)|what went|what didn'?t|where we got lucky|imp"
        u"rovements?|prevent\\w*|remediation|references?|links?|related|attendees|next steps|appendix|glossary|reco"
        u"mmendations?|questions|stats|todo|to do)\\b"_s);
    if (timeline.match(heading).hasMatch())
        return SectionUse::Timeline;
    return aside.match(heading).hasMatch() ? SectionUse::Aside : SectionUse::Other;
}

DocumentFacts readFacts(const QList<MarkdownBlock> &blocks, const QString &fileName, Imported &out)
{
    DocumentFacts facts;
    QString metaTitle;
    bool inTimeline = false;
    for (const MarkdownBlock &block : blocks) {
        if (block.kind == Kind::Meta) {
            if (block.key == u"title")
                metaTitle = block.text;
            else if (block.key == u"severity")
                out.severity = block.text.left(40);
            else if (block.key.contains(u"incident") && (block.key.contains(u"date") || block.key.contains(u"start")))
                facts.statedDays += datesInside(block.text);
            else if (block.key.contains(u"date"))
                facts.matterDays += datesInside(block.text);
            continue;
        }
        if (block.kind == Kind::Heading) {
            if (out.title.isEmpty() && block.level <= 2 && useOfHeading(block.text) == SectionUse::Other)
                out.title = plainText(block.text).simplified().left(255);
            inTimeline = inTimeline || useOfHeading(block.text) == SectionUse::Timeline;
            continue;
        }
        if (block.kind == Kind::Fence || block.kind == Kind::Blank)
            continue;
        const QString plain = plainText(block.text);
        readZero(plain, facts);
        if (out.severity.isEmpty())
            out.severity = severityIn(plain);
        if (inTimeline)
            continue;
        readStatedDay(plain, facts);
        for (QDate date : datesInside(plain)) {
            if (!facts.proseDays.contains(date))
                facts.proseDays += date;
        }
    }
    if (out.title.isEmpty())
        out.title = metaTitle.left(255);
    facts.titleDays = datesInside(out.title);
    for (QDate date : datesInside(metaTitle)) {
        if (!facts.titleDays.contains(date))
            facts.titleDays += date;
    }
    QString name = fileName;
    facts.nameDays = datesInside(name.replace(u'_', u'-').left(200));
    if (out.title.isEmpty())
        out.title = fileName.section(u'.', 0, 0);
    return facts;
}

} // namespace fireline::exchange
