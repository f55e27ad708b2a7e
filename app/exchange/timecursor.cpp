// SPDX-License-Identifier: GPL-3.0-or-later
#include "timecursor.h"

namespace fireline::exchange {

bool TimeCursor::isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool TimeCursor::skipSpaces()
{
    return skipAny(u" \t\u00a0\u202f\u2009");
}

bool TimeCursor::skipAny(QStringView set)
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && set.contains(m_text[m_at]))
        ++m_at;
    return m_at > start;
}

QStringView TimeCursor::digits(qsizetype most) const
{
    qsizetype n = 0;
    while (m_at + n < m_text.size() && isDigit(m_text[m_at + n])) {
        if (++n > most)
            return {};
    }
    return m_text.sliced(m_at, n);
}

QStringView TimeCursor::word() const
{
    qsizetype n = 0;
    while (m_at + n < m_text.size() && m_text[m_at + n].unicode() < 128 && m_text[m_at + n].isLetter())
        ++n;
    return m_text.sliced(m_at, n);
}

bool TimeCursor::take(QStringView wanted)
{
    const QStringView found = word();
    if (found.compare(wanted, Qt::CaseInsensitive) != 0)
        return false;
    m_at += found.size();
    return true;
}

} // namespace fireline::exchange
