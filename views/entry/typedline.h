// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"

#include <functional>

namespace fireline::views {

class TimeDisplay;

/// The line that is being typed: its text, when its first key was pressed, and what it means at this moment. GUI thread; owned
/// by QuickEntry; the times outlive it.
class TypedLine
{
public:
    using Context = std::function<domain::EntryContext()>; ///< asked at each key; must answer at once
    /// The line that a plain one was meant to be; empty: itself. Asked at each key, as the context.
    using Meant = std::function<QString(const QString &line, const domain::EntryContext &context)>;

    TypedLine(const TimeDisplay &times, Context context) : m_times(times), m_context(std::move(context)) { }

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Nothing but blanks counts as nothing.
    [[nodiscard]] bool isBlank() const { return m_text.trimmed().isEmpty(); }
    /// Unset while there is no text.
    [[nodiscard]] domain::Instant begun() const { return m_begun; }
    [[nodiscard]] const domain::ParsedEntry &parsed() const { return m_parsed; }
    [[nodiscard]] const TimeDisplay &times() const { return m_times; }
    [[nodiscard]] domain::Instant now() const { return m_context().now; }
    /// In which it is understood: zones as they are shown, and the time of its first key.
    [[nodiscard]] domain::EntryContext context() const;

    void setMeant(Meant meant) { m_meant = std::move(meant); }
    /// Empty where the line is what was meant.
    [[nodiscard]] QString meant() const;

    /// The first key was pressed, where none was before.
    void begin();
    void setBegun(domain::Instant begun) { m_begun = begun; }
    /// Begins with the first text, and ends with the last.
    void setText(const QString &text);
    /// Reads it anew. Returns in what it was understood.
    domain::EntryContext understand();

private:
    const TimeDisplay &m_times;
    Context m_context;
    Meant m_meant;
    domain::ParsedEntry m_parsed;
    domain::Instant m_begun;
    QString m_text;
};

} // namespace fireline::views
