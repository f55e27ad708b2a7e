// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "entry/entry.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QImage;

namespace fireline::views {

class EntryField;
class PasteBar;
class Theme;
class TimeDisplay;

/// What is pasted or dropped into quick entry and is no text of one line: several lines, pictures, files (ux 2.5). What it takes
/// leaves as a signal. GUI thread; owned by QuickEntry; the field outlives it.
class EntryPastes : public QObject
{
    Q_OBJECT
public:
    using Context = std::function<domain::EntryContext()>;

    /// The bar with pasted lines is a child of `entry`, in whose layout it stands.
    EntryPastes(EntryField &field, Theme &theme, TimeDisplay &times, Context context, QWidget *entry);

    [[nodiscard]] QWidget *bar() const;
    /// Lines were pasted, and nobody has said yet what becomes of them.
    [[nodiscard]] bool isAsking() const;
    void close();
    /// One file becomes the line that attaches it, so that words can be added; several leave as filesGiven().
    void takeFiles(const QStringList &paths);

signals:
    void linesAccepted(const QList<fireline::domain::Command> &commands); ///< notes, each at its own time
    void imagePasted(const QByteArray &png);                              ///< at most 16 MiB
    void pixelsPasted(const QImage &image);                               ///< the same, where no PNG was on the clipboard
    void filesGiven(const QStringList &paths);                            ///< several at once, each to be kept as evidence
    /// Belongs into the field, to be gone on with there.
    void lineRequested(const QString &line);
    /// Lines are going to be shown above the field.
    void aboutToAsk();
    /// What was pasted is not taken; one translated sentence says why.
    void refused(const QString &why);

private:
    void connectBar();

    EntryField &m_field;
    Context m_context;
    PasteBar *m_bar;
};

} // namespace fireline::views
