// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"
#include "entry/entrytime.h"
#include "entry/verbshape.h"

#include <QString>
#include <QStringView>

namespace fireline::domain {

/// The place in a line up to which it is understood, and what was found. One line, one reader; no state beyond it.
class EntryReader
{
public:
    EntryReader(QStringView line, const EntryContext &context, ParsedEntry &out)
        : m_line(line)
        , m_context(context)
        , m_out(out) { }

    [[nodiscard]] QStringView line() const { return m_line; }
    [[nodiscard]] const EntryContext &context() const { return m_context; }
    [[nodiscard]] ParsedEntry &out() { return m_out; }
    [[nodiscard]] qsizetype at() const { return m_at; }
    void moveTo(qsizetype at) { m_at = at; }

    void skipBlanks();
    [[nodiscard]] bool atEnd() const { return m_at >= m_line.size(); }
    [[nodiscard]] QStringView rest() const { return m_line.sliced(m_at); }
    /// The word here, up to the next blank.
    [[nodiscard]] QStringView word() const;

    void mark(qsizetype start, qsizetype length, EntryPart::Kind kind, IdKind ids = IdKind::None);
    /// A stretch that is understood but names nothing known; no problem by itself, decide has the last word.
    void markUnknown(qsizetype start, qsizetype length, EntryPart::Kind kind, IdKind ids, const QString &reason);
    /// A stretch that must be mended.
    void fault(qsizetype start, qsizetype length, EntryPart::Kind kind, const QString &problem);
    /// Something is not there: `problem` says what, `expected` lets the window complete it.
    void missing(const QString &problem, const ExpectedPart &expected);

    void markRef(qsizetype start, qsizetype length, const QString &ref);
    void markWho(qsizetype start, qsizetype length, const QString &name, EntryPart::Kind kind);
    void markId(qsizetype start, qsizetype length, const QString &id, EntryPart::Kind kind, IdKind ids);

    /// For times that happened.
    [[nodiscard]] TimeFrame past() const;
    /// For times to come, counted from when the entry happened.
    [[nodiscard]] TimeFrame future() const;

    /// Puts a value into args.
    void set(const QString &key, const QJsonValue &value) { m_out.command.args.insert(key, value); }

private:
    QStringView m_line;
    const EntryContext &m_context;
    ParsedEntry &m_out;
    qsizetype m_at = 0;
};

/// Reads the positions of a verb; false where one is missing or wrong (then there is a problem, and the tail is not read).
[[nodiscard]] bool readPositions(EntryReader &reader, const VerbShape &shape);

/// Reads everything from here to the end: text, fields, tags, flags, due, file and the words of the verb.
void readTail(EntryReader &reader, const VerbShape &shape, bool plain);

/// /impact: a value after one of impactWords(), or a text. False where it is a text, which then is still to be read.
[[nodiscard]] bool readImpactValue(EntryReader &reader);

/// One "@name" or "@"several words"" here; its name, or nothing with the reader unmoved.
[[nodiscard]] QString readWho(EntryReader &reader, EntryPart::Kind kind);

} // namespace fireline::domain
