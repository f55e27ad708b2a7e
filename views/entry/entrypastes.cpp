// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entrypastes.h"

#include "entry/entryfield.h"
#include "entry/pastebar.h"

#include <QCoreApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace fireline::views {

EntryPastes::EntryPastes(EntryField &field, Theme &theme, TimeDisplay &times, Context context, QWidget *entry)
    : QObject(entry)
    , m_field(field)
    , m_context(std::move(context))
    , m_bar(new PasteBar(theme, times, entry))
{
    connect(&field, &EntryField::linesPasted, this, [this](const QString &text) {
        emit aboutToAsk();
        m_bar->offer(text, domain::parsePaste(text, m_context()));
    });
    connect(&field, &EntryField::imagePasted, this, &EntryPastes::imagePasted);
    connect(&field, &EntryField::pixelsPasted, this, &EntryPastes::pixelsPasted);
    connect(&field, &EntryField::pasteRefused, this, &EntryPastes::refused);
    connect(&field, &EntryField::filesPasted, this, &EntryPastes::takeFiles);
    connectBar();
}

void EntryPastes::connectBar()
{
    connect(m_bar, &PasteBar::closed, this, [this] { m_field.setFocus(Qt::OtherFocusReason); });
    connect(m_bar, &PasteBar::editRequested, this, [this](const QString &text) { m_field.textCursor().insertText(text); });
    connect(m_bar, &PasteBar::addRequested, this, [this](const QList<domain::Command> &commands, const QString &unread) {
        emit linesAccepted(commands);
        if (!unread.isEmpty())
            emit lineRequested(unread);
    });
    connect(m_bar, &PasteBar::textTyped, this, [this](QKeyEvent *event) {
        m_field.setFocus(Qt::OtherFocusReason);
        QCoreApplication::sendEvent(&m_field, event);
    });
}

QWidget *EntryPastes::bar() const
{
    return m_bar;
}

bool EntryPastes::isAsking() const
{
    return m_bar->isVisible();
}

void EntryPastes::close()
{
    m_bar->hide();
}

void EntryPastes::takeFiles(const QStringList &paths)
{
    if (paths.size() > 1) {
        emit filesGiven(paths);
        return;
    }
    for (QString path : paths)
        emit lineRequested(u"/attach <\"%1\" "_s.arg(path.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s)));
}

} // namespace fireline::views
