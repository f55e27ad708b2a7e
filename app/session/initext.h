// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace fireline::session {

/// A settings file as text by key ("look/colours"), changed line by line, so that comments, order and keys of others stay as
/// they are. A value.
class IniText
{
public:
    /// Problem::Parse names the first line that is no comment, section or key; nothing of such a file is used.
    [[nodiscard]] static domain::Outcome<IniText> read(const QByteArray &bytes);

    [[nodiscard]] QMap<QString, QString> values() const;
    /// An empty value takes the line out.
    void set(const QString &key, const QString &value);
    [[nodiscard]] QByteArray bytes() const;

private:
    struct Line
    {
        QString text;    ///< as it stands in the file
        QString section; ///< in which it stands
        QString key;     ///< empty: a comment, a section's head or blank
        QString value;
    };
    void insert(const QString &section, const Line &line);

    QList<Line> m_lines;
};

} // namespace fireline::session
