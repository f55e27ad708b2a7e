// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/messagebar.h"

#include "shell/messagerow.h"

#include <QApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr domain::Span infoStays = domain::Span::seconds(30);

} // namespace

MessageBar::MessageBar(Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    setObjectName(u"messageBar"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    announce();
    hide();
}

MessageBar::~MessageBar() = default;

void MessageBar::show(const Message &message)
{
    auto *row = new MessageRow(message, m_theme, this);
    if (m_closedForGood.contains(row->key())) {
        delete row;
        return;
    }
    close(row->key());
    const auto outranks = [&](MessageRow *other) { return other->message().kind > message.kind; };
    if (message.kind == Message::Kind::Info && m_rows.size() >= Most && std::all_of(m_rows.cbegin(), m_rows.cend(), outranks)) {
        delete row;
        return;
    }
    makeRoom();
    connect(row, &MessageRow::closeRequested, this, [this, row] { dismiss(m_rows.indexOf(row)); });
    row->since = m_now;
    m_rows.append(row);
    m_layout->addWidget(row);
    row->show(); // made while the one before it was there, and added after that has hidden the bar: it would stay out of sight
    announce();
}

void MessageBar::close(const QString &id)
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](MessageRow *row) { return row->key() == id; });
    if (found != m_rows.cend())
        remove(std::distance(m_rows.cbegin(), found));
}

bool MessageBar::closeNewest()
{
    if (m_rows.isEmpty())
        return false;
    dismiss(m_rows.size() - 1);
    return true;
}

void MessageBar::focusNewest()
{
    if (!m_rows.isEmpty())
        m_rows.last()->focusButton();
}

void MessageBar::dismiss(qsizetype index)
{
    if (index >= 0 && m_rows.at(index)->message().once)
        m_closedForGood.append(m_rows.at(index)->key());
    remove(index);
}

QList<Message> MessageBar::messages() const
{
    QList<Message> all;
    for (const MessageRow *row : m_rows)
        all.append(row->message());
    return all;
}

void MessageBar::tick(domain::Instant now)
{
    m_now = now;
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        MessageRow *row = m_rows.at(i);
        if (!row->since.isSet())
            row->since = now;
        const bool inUse = row->underMouse() || row->isAncestorOf(focusWidget());
        const Message &message = row->message();
        const bool leaves = message.kind == Message::Kind::Info && (message.buttons.isEmpty() || message.passes);
        if (leaves && !inUse && now - row->since >= infoStays)
            remove(i);
    }
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && closeNewest())
        return;
    QFrame::keyPressEvent(event);
}

void MessageBar::remove(qsizetype index)
{
    if (index < 0)
        return;
    MessageRow *row = m_rows.takeAt(index);
    m_layout->removeWidget(row);
    const bool hadKeyboard = row->isAncestorOf(QApplication::focusWidget());
    // A pressed button of the row is still on the stack.
    row->hide();
    row->setParent(nullptr);
    row->deleteLater();
    announce();
    // Qt would give it to whatever comes next in the window.
    if (hadKeyboard && !m_rows.isEmpty())
        focusNewest();
    else if (hadKeyboard)
        emit focusLost();
}

/// What was said the longest ago goes first, information before warnings, warnings before refusals,
/// and faults last.
void MessageBar::makeRoom()
{
    while (m_rows.size() >= Most) {
        const auto least = std::min_element(m_rows.cbegin(), m_rows.cend(),
                                            [](MessageRow *a, MessageRow *b) { return a->message().kind < b->message().kind; });
        remove(std::distance(m_rows.cbegin(), least));
    }
}

void MessageBar::announce()
{
    setAccessibleName(m_rows.isEmpty() ? tr("Messages: none") : m_rows.last()->spoken());
    setVisible(!m_rows.isEmpty());
    emit countChanged(count());
}

} // namespace fireline::views
