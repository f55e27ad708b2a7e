// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/pastebar.h"

#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int shownRows = 6;

} // namespace

PasteBar::PasteBar(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_times(times)
    , m_title(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_add(addButton(u"entry.paste.add"_s, tr("Add"), tr("Adds the lines that can be read, each at its time (Enter).")))
    , m_edit(addButton(u"entry.paste.edit"_s, tr("Edit"), tr("Puts the text into the field as one entry (F2).")))
    , m_cancel(addButton(u"entry.paste.cancel"_s, tr("Cancel"), tr("Adds nothing (Esc).")))
{
    setObjectName(u"entry.paste"_s);
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_title->setObjectName(u"entry.paste.title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_list->setObjectName(u"entry.paste.lines"_s);
    m_list->setAccessibleName(tr("Pasted lines"));
    m_list->setToolTip(tr("Each line as it would be added, with its time."));
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    for (QPushButton *button : {m_add, m_edit, m_cancel})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_list);
    setTabOrder(m_add, m_edit);
    setTabOrder(m_edit, m_cancel);
    setTabOrder(m_cancel, m_list);
    connect(m_add, &QPushButton::clicked, this, &PasteBar::add);
    connect(m_edit, &QPushButton::clicked, this, &PasteBar::edit);
    connect(m_cancel, &QPushButton::clicked, this, &PasteBar::cancel);
    connect(&theme, &Theme::changed, this, &PasteBar::fill);
    connect(&times, &TimeDisplay::changed, this, &PasteBar::fill);
    hide();
}

QPushButton *PasteBar::addButton(const QString &name, const QString &text, const QString &help)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(help);
    button->setAutoDefault(true);
    button->installEventFilter(this);
    return button;
}

qsizetype PasteBar::readable() const
{
    return std::count_if(m_entries.begin(), m_entries.end(), [](const domain::ParsedEntry &e) { return e.ok(); });
}

void PasteBar::offer(const QString &text, const QList<domain::ParsedEntry> &entries)
{
    m_text = text;
    m_entries = entries;
    fill();
    show();
    (m_add->isEnabled() ? m_add : m_edit)->setFocus(Qt::OtherFocusReason);
}

QString PasteBar::rowText(const domain::ParsedEntry &entry) const
{
    const domain::Command &command = entry.command;
    QStringList pieces;
    if (entry.hasTime || entry.ok())
        pieces << (entry.hasTime ? m_times.full(command.at) : tr("no time: now"));
    if (!command.by.isEmpty())
        pieces << command.by;
    pieces << command.text().simplified();
    if (!entry.ok())
        return u"\u25b2 %1 \u00b7 %2"_s.arg(entry.problems.first(), pieces.join(u" \u00b7 "_s));
    return (pieces + entry.remarks).join(u" \u00b7 "_s);
}

void PasteBar::fill()
{
    const int count = int(readable());
    const int bad = int(m_entries.size()) - count;
    m_title->setText(bad == 0 ? tr("Add %n entries?", nullptr, count)
                              : tr("Add %n entries? Lines marked with %1 stay in the field.", nullptr, count).arg(u"\u25b2"_s));
    m_add->setText(tr("Add %n entries", nullptr, count));
    m_add->setAccessibleName(m_add->text());
    m_add->setEnabled(count > 0);
    m_list->clear();
    for (const domain::ParsedEntry &entry : std::as_const(m_entries)) {
        auto *item = new QListWidgetItem(rowText(entry), m_list);
        item->setToolTip(item->text());
        if (!entry.ok())
            item->setForeground(m_theme.ink(Ink::Error));
    }
    m_list->setFont(m_theme.textFont());
    const int rows = std::clamp(int(m_entries.size()), 1, shownRows);
    const int row = std::max(m_list->sizeHintForRow(0), QFontMetrics(m_list->font()).lineSpacing());
    m_list->setFixedHeight(rows * row + 2 * m_list->frameWidth());
}

void PasteBar::cancel()
{
    hide();
    emit closed();
}

void PasteBar::edit()
{
    cancel();
    emit editRequested(m_text.trimmed());
}

void PasteBar::add()
{
    QList<domain::Command> commands;
    QStringList unread;
    for (const domain::ParsedEntry &entry : std::as_const(m_entries)) {
        if (entry.ok())
            commands.append(entry.command);
        else if (const QString text = entry.command.text(); !text.isEmpty())
            unread.append(text);
    }
    cancel();
    emit addRequested(commands, unread.join(u'\n'));
}

bool PasteBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_F2 || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)))
        return true;
    return QFrame::eventFilter(watched, event);
}

bool PasteBar::takeKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: cancel(); return true;
    case Qt::Key_F2: edit(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // On a button Enter presses it; in the list it adds.
        if (m_edit->hasFocus())
            edit();
        else if (m_cancel->hasFocus())
            cancel();
        else if (m_add->isEnabled())
            add();
        return true;
    default: break;
    }
    const QString text = event->text();
    const bool pressesButton = event->key() == Qt::Key_Space;
    if (text.isEmpty() || !text.front().isPrint() || pressesButton
        || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    emit textTyped(event);
    return true;
}

} // namespace fireline::views
