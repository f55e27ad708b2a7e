// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"

#include "entry/entrytr.h"
#include "entry/nearest.h"
#include "entry/reader.h"
#include "entry/words.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

/// Characters that no event can store; -1 where there are none.
qsizetype firstUnstorable(QStringView line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c.isNull() || c.isLowSurrogate())
            return i;
        if (c.isHighSurrogate()) {
            if (i + 1 >= line.size() || !line.at(i + 1).isLowSurrogate())
                return i;
            ++i;
        }
    }
    return -1;
}

void readWhen(EntryReader &reader)
{
    ParsedEntry &out = reader.out();
    out.command.at = reader.context().firstKeystroke.value_or(Instant{});
    const TimeReading time = readTime(reader.rest(), reader.past());
    if (time.kind == TimeReading::Kind::NotATime)
        return;
    if (time.kind == TimeReading::Kind::Bad) {
        reader.fault(reader.at(), time.length, EntryPart::Kind::Time, time.problem);
    } else {
        reader.mark(reader.at(), time.length, EntryPart::Kind::Time);
        out.command.at = time.at;
        out.hasTime = true;
        if (!time.remark.isEmpty())
            out.remarks.append(time.remark);
    }
    reader.moveTo(reader.at() + time.length);
    reader.skipBlanks();
}

std::optional<Verb> verbAt(const EntryReader &reader)
{
    const QStringView word = reader.word();
    return word.startsWith(u'/') && word.size() <= 32 ? verbFromWord(word.sliced(1).toString().toLower()) : std::nullopt;
}

// "@priya /done #A1": who did it. Only before a verb; else the name belongs to a note.
void readBy(EntryReader &reader)
{
    if (!reader.rest().startsWith(u'@'))
        return;
    const qsizetype start = reader.at();
    const qsizetype parts = reader.out().parts.size();
    const QString name = readWho(reader, EntryPart::Kind::By);
    const bool parted = reader.at() > start && !reader.atEnd() && reader.rest().front().isSpace();
    reader.skipBlanks();
    if (!name.isEmpty() && parted && verbAt(reader)) {
        reader.out().command.by = name;
        return;
    }
    reader.moveTo(start);
    reader.out().parts.resize(parts);
}

void refuseVerb(EntryReader &reader, QStringView word)
{
    const QString name = word.sliced(1).toString();
    const QStringList close = nearestVerbs(name);
    QString problem;
    if (name.isEmpty())
        problem = EntryTr::tr("Write a command after the slash, such as /note. Begin a note that starts with a slash with //.");
    else if (isAmbiguousVerb(name))
        problem = EntryTr::tr("/%1 may mean %2; write more of it.").arg(name.left(32), close.join(u", "_s));
    else if (!close.isEmpty())
        problem = EntryTr::tr("There is no /%1. Did you mean %2? Begin a note that starts with a slash with //.")
                      .arg(name.left(32), close.join(u", "_s));
    else
        problem = EntryTr::tr("There is no /%1. Begin a note that starts with a slash with //.").arg(name.left(32));
    reader.fault(reader.at(), word.size(), EntryPart::Kind::Verb, problem);
    reader.out().expected = ExpectedPart{EntryPart::Kind::Verb, IdKind::None, close};
    reader.set(u"text"_s, reader.rest().trimmed().toString());
}

// The hypothesis is confirmed by the same word as the incident; its number says which is meant.
Verb verbMeant(Verb verb, const EntryReader &reader)
{
    if (verb != Verb::Confirm)
        return verb;
    const QStringView next = wordAt(reader.line(), skipBlanks(reader.line(), reader.at()));
    return refText(next) ? Verb::ConfirmHypothesis : verb;
}

void readBody(EntryReader &reader, Verb written)
{
    const QStringView word = reader.word();
    reader.mark(reader.at(), word.size(), EntryPart::Kind::Verb);
    reader.moveTo(reader.at() + word.size());
    reader.out().command.verb = verbMeant(written, reader);
    VerbShape shape = verbShape(reader.out().command.verb);
    if (shape.verb == Verb::Impact && readImpactValue(reader)) {
        if (!reader.out().ok())
            return;
        shape.tail = {};
    }
    if (readPositions(reader, shape))
        readTail(reader, shape, false);
}

} // namespace

ParsedEntry parseEntry(QStringView line, const EntryContext &context)
{
    ParsedEntry out;
    if (line.size() > longestEntry) {
        out.problems.append(EntryTr::tr("This entry is too long. Attach it as a file with /attach."));
        return out;
    }
    if (const qsizetype at = firstUnstorable(line); at >= 0) {
        out.problems.append(EntryTr::tr("Character %1 cannot be stored; delete it.").arg(at + 1));
        out.parts.append({at, 1, EntryPart::Kind::Unexpected, IdKind::None, false, out.problems.first()});
        return out;
    }
    EntryReader reader(line, context, out);
    reader.skipBlanks();
    readWhen(reader);
    readBy(reader);
    if (reader.atEnd()) {
        reader.missing(EntryTr::tr("Write what happened."), {EntryPart::Kind::Text, IdKind::None, {}});
        return out;
    }
    const QStringView word = reader.word();
    if (!word.startsWith(u'/') || word.startsWith(u"//")) {
        reader.moveTo(reader.at() + (word.startsWith(u"//") ? 1 : 0));
        readTail(reader, verbShape(Verb::Note), true);
        return out;
    }
    out.isPlainNote = false;
    if (const auto verb = verbAt(reader))
        readBody(reader, *verb);
    else
        refuseVerb(reader, word);
    return out;
}

} // namespace fireline::domain
