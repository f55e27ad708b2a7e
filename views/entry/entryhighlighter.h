// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entrypart.h"

#include <QList>
#include <QSyntaxHighlighter>

namespace fireline::views {

class Theme;

/// Shows in the field how a line is read: verbs and ids heavy, names and objects in the link's colour, and what names nothing
/// known, or cannot be read, with a wavy line under it. GUI thread; owned by the document.
class EntryHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    EntryHighlighter(QTextDocument *document, const Theme &theme);

    void setParts(const QList<domain::EntryPart> &parts);
    [[nodiscard]] const QList<domain::EntryPart> &parts() const { return m_parts; }

protected:
    void highlightBlock(const QString &text) override;

private:
    [[nodiscard]] QTextCharFormat format(const domain::EntryPart &part) const;

    const Theme &m_theme;
    QList<domain::EntryPart> m_parts;
};

} // namespace fireline::views
