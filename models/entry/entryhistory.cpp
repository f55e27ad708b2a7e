// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entryhistory.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace fireline::models {

void EntryHistory::entered(const QString &text)
{
    const EntryLine waiting = m_at < m_kept.size() ? std::exchange(m_new, {}) : EntryLine{};
    // A line that was put aside and is entered now has arrived.
    if (m_at < m_kept.size() && m_kept.at(m_at).waiting)
        m_kept.removeAt(m_at);
    const bool twice = !m_kept.isEmpty() && !m_kept.last().waiting && m_kept.last().line.text == text;
    if (!twice && !text.trimmed().isEmpty())
        m_kept.append({{text, {}}, false});
    limit();
    m_at = m_kept.size();
    m_new = {};
    if (!waiting.text.trimmed().isEmpty())
        putAside(waiting);
}

void EntryHistory::putAside(const EntryLine &line)
{
    const EntryLine unfinished = m_at < m_kept.size() ? std::exchange(m_new, {}) : EntryLine{};
    if (m_at < m_kept.size() && m_kept.at(m_at).waiting) {
        m_kept.removeAt(m_at);
        m_at = m_kept.size();
    }
    const bool recalled = m_at < m_kept.size() && m_kept.at(m_at).line.text == line.text;
    for (const EntryLine &one : {unfinished, recalled ? EntryLine{} : line}) {
        if (!one.text.trimmed().isEmpty())
            m_kept.append({one, true});
    }
    m_at = m_kept.size();
}

void EntryHistory::addWaiting(const EntryLine &line)
{
    if (line.text.trimmed().isEmpty())
        return;
    const bool walking = m_at < m_kept.size();
    m_kept.append({line, true});
    if (!walking)
        m_at = m_kept.size();
}

bool EntryHistory::take(const EntryLine &line)
{
    for (qsizetype i = 0; i < m_kept.size(); ++i) {
        const Kept &kept = m_kept.at(i);
        if (i == m_at || !kept.waiting || kept.line.text != line.text || kept.line.begun != line.begun)
            continue;
        m_kept.removeAt(i);
        if (i < m_at)
            --m_at;
        return true;
    }
    return false;
}

// A line that was changed on the way is one of its own: what was entered stays as it was.
void EntryHistory::keepEdit(const EntryLine &now)
{
    if (m_at >= m_kept.size()) {
        m_new = now;
        return;
    }
    Kept &kept = m_kept[m_at];
    if (kept.line.text == now.text || now.text.trimmed().isEmpty())
        return;
    if (kept.waiting) {
        kept.line = now;
        return;
    }
    m_kept.insert(m_at + 1, {now, true});
    ++m_at;
}

EntryLine EntryHistory::step(const EntryLine &now, int by)
{
    const qsizetype target = m_at + by;
    if (target < 0 || target > m_kept.size())
        return now;
    // An edit that became a line of its own stands behind the one it came from: a step back leads to that one.
    keepEdit(now);
    m_at += by;
    return m_at < m_kept.size() ? m_kept.at(m_at).line : std::exchange(m_new, {});
}

void EntryHistory::limit()
{
    qsizetype entered = std::count_if(m_kept.begin(), m_kept.end(), [](const Kept &kept) { return !kept.waiting; });
    for (qsizetype i = 0; i < m_kept.size() && entered > mostEntered;) {
        if (m_kept.at(i).waiting) {
            ++i;
            continue;
        }
        m_kept.removeAt(i);
        --entered;
    }
}

QStringList EntryHistory::lines() const
{
    QStringList lines;
    for (const Kept &kept : m_kept)
        lines.append(kept.line.text);
    if (!m_new.text.isEmpty())
        lines.append(m_new.text);
    return lines;
}

QList<EntryLine> EntryHistory::waiting() const
{
    QList<EntryLine> lines;
    for (qsizetype i = 0; i < m_kept.size(); ++i) {
        if (m_kept.at(i).waiting && i != m_at)
            lines.append(m_kept.at(i).line);
    }
    if (m_at < m_kept.size() && !m_new.text.trimmed().isEmpty())
        lines.append(m_new);
    return lines;
}

} // namespace fireline::models
