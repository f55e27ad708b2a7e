// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/draftpacer.h"

namespace fireline::models {

namespace {

constexpr int delay = 300; // ms

} // namespace

DraftPacer::DraftPacer(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &DraftPacer::send);
}

void DraftPacer::typed(const QString &line, qsizetype cursor, domain::Instant firstKeystroke)
{
    m_line = line;
    m_begun = firstKeystroke;
    const bool wordEnded = cursor > 0 && cursor <= line.size() && !line.at(cursor - 1).isLetterOrNumber();
    if (line.isEmpty() || wordEnded)
        send();
    else if (!m_timer.isActive())
        m_timer.start();
}

void DraftPacer::send()
{
    m_timer.stop();
    emit draftChanged(m_line, m_begun);
}

} // namespace fireline::models
