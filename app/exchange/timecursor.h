// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timenotation.h"

#include <QStringView>

namespace fireline::exchange {

/// Walks over one line of text; internal to the time readers. Every read either moves behind what it took or stays.
class TimeCursor
{
public:
    explicit TimeCursor(QStringView text) : m_text(text) { }

    [[nodiscard]] QStringView rest() const { return m_text.sliced(m_at); }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    [[nodiscard]] qsizetype at() const { return m_at; }
    void moveTo(qsizetype at) { m_at = at; }
    void skip(qsizetype n) { m_at = qMin(m_at + n, m_text.size()); }
    bool skipSpaces();
    bool skipAny(QStringView set);
    /// The digits here, at most `most`; empty when there is none or more than that.
    [[nodiscard]] QStringView digits(qsizetype most) const;
    /// The letters a-z here.
    [[nodiscard]] QStringView word() const;
    /// Takes a word of ASCII letters when it equals `word` in any case and is not the start of a longer one.
    bool take(QStringView word);

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

/// A day at the cursor in any notation; false when there is none. A day that does not exist is told in `problem`.
bool readDate(TimeCursor &cursor, DateParts &date, QString &problem);
/// A clock time; `lenient` takes 15.26 and 1600 too and says so in `notes`.
bool readClock(TimeCursor &cursor, ClockParts &clock, bool lenient, QString &problem, QStringList &notes);
/// 1 for Monday .. 7, taking the word and a comma or dot behind it; 0 when there is none.
int readWeekday(TimeCursor &cursor);

} // namespace fireline::exchange
