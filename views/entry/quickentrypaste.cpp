// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entrycompleter.h"
#include "entry/entryfield.h"
#include "entry/pastebar.h"
#include "entry/quickentry.h"

#include <QCoreApplication>
#include <QKeyEvent>

// What is pasted or dropped into the quick entry: several lines, pictures, files (ux 2.5).

using namespace Qt::StringLiterals;

namespace fireline::views {

void QuickEntry::connectPaste()
{
    connect(m_field, &EntryField::linesPasted, this, [this](const QString &text) {
        m_completer->close();
        m_paste->offer(text, domain::parsePaste(text, context()));
    });
    connect(m_field, &EntryField::imagePasted, this, &QuickEntry::imagePasted);
    connect(m_field, &EntryField::pixelsPasted, this, &QuickEntry::pixelsPasted);
    connect(m_field, &EntryField::pasteRefused, this, &QuickEntry::showProblem);
    connect(m_field, &EntryField::filesPasted, this, &QuickEntry::takeFiles);
    connect(m_paste, &PasteBar::closed, this, [this] { m_field->setFocus(Qt::OtherFocusReason); });
    connect(m_paste, &PasteBar::editRequested, this, [this](const QString &text) { m_field->textCursor().insertText(text); });
    connect(m_paste, &PasteBar::addRequested, this, [this](const QList<domain::Command> &commands, const QString &unread) {
        emit pasteAccepted(commands);
        if (!unread.isEmpty())
            prepare(unread);
    });
    connect(m_paste, &PasteBar::textTyped, this, [this](QKeyEvent *event) {
        m_field->setFocus(Qt::OtherFocusReason);
        QCoreApplication::sendEvent(m_field, event);
    });
}

void QuickEntry::takeFiles(const QStringList &paths)
{
    if (paths.size() > 1) {
        emit filesGiven(paths);
        return;
    }
    for (QString path : paths)
        prepare(u"/attach <\"%1\" "_s.arg(path.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s)));
}

} // namespace fireline::views
