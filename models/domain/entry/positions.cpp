// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/reader.h"

#include "entry/entrytr.h"
#include "entry/verblabels.h"
#include "entry/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

using Kind = Position::Kind;

struct Word
{
    QString text;
    qsizetype length = 0;
    bool quoted = false;
};

// A word or a text in quotes; nothing where a mark of the tail or the end stands.
std::optional<Word> takeWord(const EntryReader &reader, const Tail &tail)
{
    const QStringView word = reader.word();
    if (word.startsWith(u'"')) {
        const Quoted text = readQuoted(reader.rest());
        if (text.length > 0)
            return Word{text.text, text.length, true};
    }
    const bool mark = word.isEmpty() || isFlagWord(word) || fieldKeyLength(word, tail) > 0 || word.startsWith(u'@')
                      || (word.startsWith(u'#') && word.size() > 1) || (word.startsWith(u'<') && tail.file);
    if (mark)
        return std::nullopt;
    return Word{word.toString(), word.size(), false};
}

ExpectedPart expectedOf(const Position &position)
{
    switch (position.kind) {
    case Kind::Ref:
    case Kind::RefOrId: return {EntryPart::Kind::Ref, position.ids, {}};
    case Kind::Who:
    case Kind::WhoOrDash:
    case Kind::WhoOrId: return {EntryPart::Kind::Who, position.ids, {}};
    case Kind::Id: return {EntryPart::Kind::Id, position.ids, {}};
    case Kind::Choice: return {EntryPart::Kind::Choice, IdKind::None, position.choices};
    case Kind::Item: return {EntryPart::Kind::Item, IdKind::None, {}};
    case Kind::Time: return {EntryPart::Kind::Time, IdKind::None, {}};
    case Kind::Duration: return {EntryPart::Kind::Duration, IdKind::None, {}};
    }
    return {};
}

bool refuse(EntryReader &reader, const VerbShape &shape, const Position &position)
{
    const QString problem = missingText(shape, position);
    if (reader.atEnd())
        reader.missing(problem, expectedOf(position));
    else
        reader.fault(reader.at(), reader.word().size(), EntryPart::Kind::Unexpected, problem);
    return false;
}

bool readRef(EntryReader &reader, const Position &position)
{
    const QStringView word = reader.word();
    // A text may begin with "P99" or, behind a dash, with a row.
    if (!position.required && word == u"-") {
        reader.moveTo(reader.at() + 1);
        return true;
    }
    const auto ref = position.required || word.startsWith(u'#') ? refText(word) : std::nullopt;
    if (!ref)
        return false;
    reader.markRef(reader.at(), word.size(), *ref);
    reader.set(position.kind == Kind::RefOrId ? u"ref"_s : position.key, *ref);
    reader.moveTo(reader.at() + word.size());
    return true;
}

bool readWhos(EntryReader &reader, const Position &position)
{
    if (position.kind == Kind::WhoOrDash && reader.word() == u"-") {
        reader.mark(reader.at(), 1, EntryPart::Kind::Keyword);
        reader.set(u"leave"_s, true);
        reader.moveTo(reader.at() + 1);
        return true;
    }
    QJsonArray names;
    for (QString name = readWho(reader, EntryPart::Kind::Who); !name.isEmpty(); name = readWho(reader, EntryPart::Kind::Who)) {
        if (!names.contains(name))
            names.append(name);
        if (!reader.atEnd() && QStringView(u",:;").contains(reader.rest().front()))
            reader.moveTo(reader.at() + 1);
        if (!position.many)
            break;
        const qsizetype next = skipBlanks(reader.line(), reader.at());
        if (next >= reader.line().size() || reader.line().at(next) != u'@')
            break;
        reader.moveTo(next);
    }
    if (names.isEmpty())
        return false;
    reader.set(u"who"_s, names);
    return true;
}

bool readId(EntryReader &reader, const VerbShape &shape, const Position &position)
{
    if (position.ids == IdKind::Role && reader.word().startsWith(u'@')) {
        const qsizetype start = reader.at();
        const QString role = readWho(reader, EntryPart::Kind::Id);
        if (role.isEmpty())
            return false;
        reader.out().parts.last().ids = IdKind::Role;
        reader.set(position.key, role);
        return reader.at() > start;
    }
    const auto word = takeWord(reader, shape.tail);
    if (!word || (word->text.trimmed().isEmpty() && position.required))
        return false;
    if (position.required && !word->quoted && word->text == u"-")
        return false;
    reader.markId(reader.at(), word->length, word->text, EntryPart::Kind::Id, position.ids);
    if (word->quoted || word->text != u"-") // "-" leaves an optional word out, so that a text can follow
        reader.set(position.key, word->text);
    reader.moveTo(reader.at() + word->length);
    return true;
}

bool readChoice(EntryReader &reader, const Position &position)
{
    const QStringView word = reader.word();
    const QString choice = word.toString().toLower();
    if (!position.choices.contains(choice))
        return false;
    reader.mark(reader.at(), word.size(), EntryPart::Kind::Choice);
    if (position.key == u"real")
        reader.set(position.key, choice == u"real");
    else
        reader.set(position.key, choice);
    reader.moveTo(reader.at() + word.size());
    return true;
}

bool readItem(EntryReader &reader, const VerbShape &shape, const Position &position)
{
    const auto word = takeWord(reader, shape.tail);
    if (!word || word->text.trimmed().isEmpty())
        return false;
    bool isNumber = false;
    const int number = word->text.size() <= 6 ? word->text.toInt(&isNumber) : 0;
    const bool counts = isNumber && !word->quoted && word->text.at(0).isDigit();
    if (counts && number < 1)
        return false;
    reader.mark(reader.at(), word->length, EntryPart::Kind::Item);
    reader.set(position.key, counts ? QJsonValue(number) : QJsonValue(word->text));
    reader.moveTo(reader.at() + word->length);
    return true;
}

bool readInstant(EntryReader &reader, const VerbShape &shape, const Position &position)
{
    const TimeReading time = readTime(reader.rest(), position.future ? reader.future() : reader.past());
    if (time.kind == TimeReading::Kind::NotATime)
        return refuse(reader, shape, position);
    if (time.kind == TimeReading::Kind::Bad) {
        reader.fault(reader.at(), time.length, EntryPart::Kind::Time, time.problem);
        return false;
    }
    reader.mark(reader.at(), time.length, EntryPart::Kind::Time);
    if (!time.remark.isEmpty())
        reader.out().remarks.append(time.remark);
    reader.set(position.key, time.at.us);
    reader.moveTo(reader.at() + time.length);
    return true;
}

bool readSpan(EntryReader &reader, const Position &position)
{
    const QStringView word = reader.word();
    const auto span = readDuration(word.startsWith(u'+') ? word.sliced(1) : word);
    if (!span)
        return false;
    reader.mark(reader.at(), word.size(), EntryPart::Kind::Duration);
    reader.set(position.key, span->us);
    reader.moveTo(reader.at() + word.size());
    return true;
}

bool readOne(EntryReader &reader, const VerbShape &shape, const Position &position)
{
    switch (position.kind) {
    case Kind::Ref: return readRef(reader, position);
    case Kind::RefOrId: return readRef(reader, position) || readId(reader, shape, position);
    case Kind::Who:
    case Kind::WhoOrDash: return readWhos(reader, position);
    case Kind::WhoOrId: return readWhos(reader, position) || readId(reader, shape, position);
    case Kind::Id: return readId(reader, shape, position);
    case Kind::Choice: return readChoice(reader, position);
    case Kind::Item: return readItem(reader, shape, position);
    case Kind::Time: return true;
    case Kind::Duration: return readSpan(reader, position);
    }
    return false;
}

// "/status identified We have …": the audience is left out, the word is one of its states.
bool takesDefaultAudience(const EntryReader &reader, const Position &position)
{
    const EntryContext &context = reader.context();
    if (position.ids != IdKind::Target || context.defaultAudience.isEmpty() || !context.ids)
        return false;
    const QString word = reader.word().toString();
    return !context.ids(IdKind::Target).contains(word, Qt::CaseInsensitive)
           && context.ids(IdKind::State).contains(word, Qt::CaseInsensitive);
}

} // namespace

bool readPositions(EntryReader &reader, const VerbShape &shape)
{
    for (const Position &position : shape.positions) {
        reader.skipBlanks();
        if (takesDefaultAudience(reader, position)) {
            reader.set(position.key, reader.context().defaultAudience);
            continue;
        }
        if (position.kind == Kind::Time) {
            if (!readInstant(reader, shape, position))
                return false;
            continue;
        }
        if (readOne(reader, shape, position))
            continue;
        if (position.required)
            return refuse(reader, shape, position);
        if (reader.atEnd() && !reader.out().expected)
            reader.out().expected = expectedOf(position);
    }
    return true;
}

} // namespace fireline::domain
