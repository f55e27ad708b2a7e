// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/typedline.h"

#include "text/timedisplay.h"

namespace fireline::views {

domain::EntryContext TypedLine::context() const
{
    domain::EntryContext context = m_context();
    context.zone = m_times.zone();
    context.local = m_times.local();
    if (m_begun.isSet())
        context.firstKeystroke = m_begun;
    return context;
}

QString TypedLine::meant() const
{
    return m_meant && m_parsed.ok() && m_parsed.isPlainNote ? m_meant(m_text, context()) : QString();
}

void TypedLine::begin()
{
    if (!m_begun.isSet())
        m_begun = now();
}

void TypedLine::setText(const QString &text)
{
    if (text.isEmpty())
        m_begun = {};
    else
        begin();
    m_text = text;
}

domain::EntryContext TypedLine::understand()
{
    domain::EntryContext context = this->context();
    m_parsed = domain::parseEntry(m_text, context);
    return context;
}

} // namespace fireline::views
