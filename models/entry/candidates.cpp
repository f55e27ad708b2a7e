// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/candidates.h"

#include "entry/fuzzymatch.h"
#include "entry/verblabels.h"
#include "entry/verbshape.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

using domain::EntryName;
using domain::ExpectedPart;
using Kind = domain::EntryPart::Kind;

// A word that is exactly an alias ("/a") is meant before one that it begins ("/seve"), and that before any other.
constexpr int aliasBonus = 2000;
constexpr int beginningBonus = 1000;
// A match in the explanation counts less than any in the word.
constexpr int detailPenalty = 500;

QString withQuotes(const QString &word)
{
    const bool plain = std::none_of(word.begin(), word.end(), [](QChar c) { return c.isSpace() || c == u'"'; });
    return plain ? word : u'"' + QString(word).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

/// Ranks names by how well they fit what was typed.
class Ranking
{
public:
    explicit Ranking(QString pattern) : m_pattern(std::move(pattern)) { }

    void take(const QString &word, const QString &detail, const QString &aliases = {})
    {
        Candidate candidate{word, detail, {}, 0};
        if (const auto match = fuzzyMatch(m_pattern, word)) {
            candidate.positions = match->positions;
            candidate.score = match->score;
        } else if (const auto other = fuzzyMatch(withoutMark(), detail + u' ' + aliases)) {
            candidate.score = other->score - detailPenalty;
        } else {
            return;
        }
        for (const QString &alias : aliases.split(u' ', Qt::SkipEmptyParts)) {
            if (alias.compare(withoutMark(), Qt::CaseInsensitive) == 0)
                candidate.score += aliasBonus;
            else if (alias.startsWith(withoutMark(), Qt::CaseInsensitive))
                candidate.score += beginningBonus;
        }
        if (word.startsWith(m_pattern, Qt::CaseInsensitive))
            candidate.score += beginningBonus;
        if (!m_words.contains(word)) {
            m_words.insert(word);
            m_list.append(candidate);
        }
    }

    /// Names, each behind what it is marked with: "@", "#" or nothing.
    void take(const QList<EntryName> &names, const QString &mark, const QString &behind = {})
    {
        for (const EntryName &name : names)
            take(mark + withQuotes(name.word) + behind, name.text);
    }

    QList<Candidate> best()
    {
        // What is as good keeps its order: the look-ups give the likeliest first.
        if (!m_pattern.isEmpty()) {
            std::stable_sort(m_list.begin(), m_list.end(),
                             [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
        }
        return m_list.first(std::min(m_list.size(), mostCandidates));
    }

private:
    [[nodiscard]] QStringView withoutMark() const
    {
        const bool marked = !m_pattern.isEmpty() && QStringView(u"/@#!").contains(m_pattern.front());
        return QStringView(m_pattern).sliced(marked ? 1 : 0);
    }

    QString m_pattern;
    QList<Candidate> m_list;
    QSet<QString> m_words; ///< of the list
};

/// What completion needs to know of the place where the word stands.
struct Place
{
    domain::ParsedEntry before; ///< the line up to the word
    QString word;               ///< up to the cursor
};

void takeVerbs(Ranking &ranking)
{
    for (const domain::VerbSpec &spec : domain::verbTable()) {
        const QString detail = u"%1 \u00b7 %2"_s.arg(domain::verbLabel(spec.verb), domain::verbUsage(spec.verb));
        ranking.take(u'/' + spec.name.toString(), detail, spec.aliases.toString());
    }
}

QList<EntryName> namesOf(const domain::EntryContext &context, const ExpectedPart &expected, const Place &place)
{
    return context.names ? context.names(expected, place.before.command) : QList<EntryName>();
}

QList<EntryName> namesOf(const domain::EntryContext &context, Kind kind, const Place &place)
{
    return namesOf(context, ExpectedPart{kind, domain::IdKind::None, {}}, place);
}

void takeMarked(Ranking &ranking, const Place &place, const domain::EntryContext &context)
{
    const ExpectedPart expected = place.before.expected.value_or(ExpectedPart{});
    const bool freeText = place.before.isPlainNote || !domain::verbShape(place.before.command.verb).tail.text.isEmpty();
    if (place.word.startsWith(u'@')) {
        if (expected.kind == Kind::Id && expected.ids == domain::IdKind::Role)
            ranking.take(namesOf(context, expected, place), u"@"_s);
        else
            ranking.take(namesOf(context, Kind::Mention, place), u"@"_s);
    } else if (place.word.startsWith(u'#')) {
        ranking.take(namesOf(context, Kind::Ref, place), u"#"_s);
        if (freeText && expected.kind != Kind::Ref)
            ranking.take(namesOf(context, Kind::Tag, place), u"#"_s);
    } else if (place.word.startsWith(u'!')) {
        ranking.take(namesOf(context, Kind::Flag, place), u"!"_s);
    }
}

void takeExpected(Ranking &ranking, const Place &place, const domain::EntryContext &context)
{
    const ExpectedPart &expected = *place.before.expected;
    switch (expected.kind) {
    case Kind::Who: {
        ranking.take(namesOf(context, Kind::Mention, place), u"@"_s);
        if (expected.ids != domain::IdKind::None)
            ranking.take(namesOf(context, {Kind::Id, expected.ids, {}}, place), {});
        return;
    }
    case Kind::Ref: {
        ranking.take(namesOf(context, Kind::Ref, place), u"#"_s);
        if (expected.ids != domain::IdKind::None)
            ranking.take(namesOf(context, {Kind::Id, expected.ids, {}}, place), {});
        return;
    }
    case Kind::Key: ranking.take(namesOf(context, expected, place), {}, u"="_s); return;
    case Kind::Tag: ranking.take(namesOf(context, expected, place), u"#"_s); return;
    case Kind::Id:
    case Kind::Choice:
    case Kind::Item: ranking.take(namesOf(context, expected, place), {}); return;
    default: return;
    }
}

// "kind=re": the values of that field, and only where they are a closed choice.
void takeValues(Ranking &ranking, const QString &key, const Place &place, const domain::EntryContext &context)
{
    ranking.take(namesOf(context, {Kind::Value, domain::IdKind::None, {key}}, place), {});
}

bool takesFields(const Place &place)
{
    return !place.before.isPlainNote && domain::verbShape(place.before.command.verb).tail.fields;
}

// In the free part a field is offered once two of its letters stand there: prose would flicker otherwise.
bool beginsField(const Place &place, const domain::EntryContext &context)
{
    if (!takesFields(place) || place.word.size() < 2)
        return false;
    const QList<EntryName> names = namesOf(context, Kind::Key, place);
    return std::any_of(names.begin(), names.end(),
                       [&](const EntryName &n) { return n.word.startsWith(place.word, Qt::CaseInsensitive); });
}

bool isVerbPlace(const QString &before, const domain::EntryContext &context)
{
    const domain::ParsedEntry asked = domain::parseEntry(before + u"/note x"_s, context);
    return std::any_of(asked.parts.begin(), asked.parts.end(),
                       [&](const domain::EntryPart &part) { return part.kind == Kind::Verb && part.start == before.size(); });
}

} // namespace

Candidates candidatesAt(const QString &line, qsizetype cursor, const domain::EntryContext &context)
{
    cursor = std::clamp<qsizetype>(cursor, 0, line.size());
    qsizetype start = cursor;
    while (start > 0 && !line.at(start - 1).isSpace())
        --start;
    qsizetype end = cursor;
    while (end < line.size() && !line.at(end).isSpace())
        ++end;
    Candidates out{start, end - start, {}};
    if (line.size() > domain::longestEntry)
        return out;
    const QString before = line.left(start);
    const Place place{domain::parseEntry(before, context), line.mid(start, cursor - start)};
    const QChar first = place.word.isEmpty() ? QChar() : place.word.front();
    const qsizetype equals = place.word.indexOf(u'=');
    const bool isMarked = first == u'@' || first == u'#' || first == u'!';
    const bool isValue = !isMarked && equals > 0 && takesFields(place);
    if (isValue) {
        out.start = start + equals + 1;
        out.length = end - out.start;
    }
    Ranking ranking(isValue ? place.word.mid(equals + 1) : place.word);
    if (first == u'/' && !place.word.startsWith(u"//") && isVerbPlace(before, context))
        takeVerbs(ranking);
    else if (isMarked)
        takeMarked(ranking, place, context);
    else if (isValue)
        takeValues(ranking, place.word.left(equals), place, context);
    else if (place.before.expected && !place.before.isPlainNote)
        takeExpected(ranking, place, context);
    else if (beginsField(place, context))
        ranking.take(namesOf(context, Kind::Key, place), {}, u"="_s);
    out.list = ranking.best();
    return out;
}

} // namespace fireline::models
