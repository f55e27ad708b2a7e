// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDebug;

namespace fireline::connectors {

/// A password, token or key. It has no way into a text: QDebug prints stars. A value; any thread.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QString text) : m_text(std::move(text)) { }

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    /// For the head of a request, and for nothing else.
    [[nodiscard]] const QString &reveal() const { return m_text; }

private:
    QString m_text;
};

QDebug operator<<(QDebug debug, const Secret &secret);

} // namespace fireline::connectors
