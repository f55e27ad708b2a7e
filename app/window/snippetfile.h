// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "entry/snippets.h"

#include <QCoreApplication>
#include <QString>

namespace fireline::window {

/// snippets.txt in the config folder: the short words of the quick entry, written by hand. A person who has no such file has
/// those that come with the program. Reads and writes files: made and called where that may take time.
class SnippetFile
{
    Q_DECLARE_TR_FUNCTIONS(fireline::window::SnippetFile)
public:
    explicit SnippetFile(const QString &configDir);
    /// The path of a file that is there: where there was none, with what comes with the program.
    [[nodiscard]] static domain::Outcome<QString> provide(const QString &configDir);

    [[nodiscard]] const models::Snippets &snippets() const { return m_snippets; }
    /// The first place that cannot be read, as a sentence; empty where all is well.
    [[nodiscard]] QString fault() const;

private:
    QString m_path;
    models::Snippets m_snippets;
    QString m_unreadable;
};

} // namespace fireline::window
