// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /// 0 to 9, and no digit of another script.
    [[nodiscard]] static bool isDigit(QChar c);

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace fireline::exchange
