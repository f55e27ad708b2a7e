// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/outcome.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace fireline::session {

/// Replaces a file by these bytes, whole or not at all, and readable by its owner alone.
[[nodiscard]] domain::Outcome<void> replaceFile(const QString &path, const QByteArray &bytes);

/// settings.ini of the configuration folder: what a person has chosen, as text by key. Keys and comments of others stay; a
/// file that cannot be read is set aside and told. One thread; owned by the program.
class SettingsFile
{
public:
    using Writer = std::function<domain::Outcome<void>(const QString &path, const QByteArray &bytes)>;

    /// An absent file is an empty one. A broken one is renamed to settings.ini.broken-TIMESTAMP, and problem() says so.
    [[nodiscard]] static SettingsFile open(const QString &path, domain::Instant now, Writer writer = replaceFile);

    [[nodiscard]] const QMap<QString, QString> &values() const { return m_values; }
    [[nodiscard]] QString value(const QString &key) const { return m_values.value(key); }
    /// What was wrong with the file when it was opened.
    [[nodiscard]] const std::optional<domain::Problem> &problem() const { return m_problem; }

    /// Changes those keys and no others; an empty text takes a key out. What another process wrote in between stays. On
    /// failure file and values are as before.
    [[nodiscard]] domain::Outcome<void> write(const QMap<QString, QString> &changes);

private:
    SettingsFile(QString path, Writer writer) : m_path(std::move(path)), m_writer(std::move(writer)) { }

    QString m_path;
    Writer m_writer;
    QMap<QString, QString> m_values;
    std::optional<domain::Problem> m_problem;
};

} // namespace fireline::session
