// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/messagerow.h"

#include "access/readablenote.h"
#include "theme/chiplabel.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

Chip chipOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info: return Chip::Info;
    case Message::Kind::Warning: return Chip::Due;
    case Message::Kind::Refusal:
    case Message::Kind::Fault: return Chip::Late;
    }
    return Chip::Info;
}

QString wordOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info: return MessageRow::tr("For information");
    case Message::Kind::Warning: return MessageRow::tr("Warning");
    case Message::Kind::Refusal: return MessageRow::tr("Not done");
    case Message::Kind::Fault: return MessageRow::tr("Fault");
    }
    return {};
}

QLabel *selectableLabel(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setAccessibleName(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // Reached by the mouse or by a button's side, never by Tab: three messages would be six more stops.
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

} // namespace

MessageRow::MessageRow(Message message, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_message(std::move(message))
    , m_theme(theme)
    , m_kind(new ChipLabel(theme, this))
    , m_text(selectableLabel(u"messageText"_s, m_message.text, this))
    , m_source(selectableLabel(u"messageSource"_s, m_message.source, this))
{
    setAccessibleName(spoken());
    readAloud(*this);
    buildUi();
    showTheme();
    connect(&theme, &Theme::changed, this, &MessageRow::showTheme);
}

QString MessageRow::spoken() const
{
    return tr("%1: %2", "kind of message, its text").arg(wordOf(m_message.kind), m_message.text);
}

void MessageRow::buildUi()
{
    m_source->setVisible(!m_message.source.isEmpty());
    auto *words = new QVBoxLayout;
    words->addWidget(m_text);
    words->addWidget(m_source);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(6, 3, 6, 3);
    m_first = new QHBoxLayout;
    m_second = new QHBoxLayout;
    lines->addLayout(m_first);
    lines->addLayout(m_second);
    m_first->addWidget(m_kind, 0, Qt::AlignTop);
    m_first->addLayout(words, 1);
    m_buttons = new QWidget(this);
    m_buttons->setVisible(!m_message.buttons.isEmpty());
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins({});
    for (const MessageButton &button : std::as_const(m_message.buttons)) {
        auto *widget = new QToolButton(m_buttons);
        widget->setObjectName(u"messageButton"_s);
        widget->setText(button.text);
        widget->setAccessibleName(button.text);
        widget->setToolTip(button.text);
        connect(widget, &QToolButton::clicked, this, [this, press = button.press] {
            emit closeRequested();
            press();
        });
        row->addWidget(widget, 0, Qt::AlignTop);
    }
    m_second->addWidget(m_buttons, 0, Qt::AlignRight);
    m_close = new QToolButton(this);
    m_close->setObjectName(u"closeMessage"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(m_theme.icon(u"close"_s));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message (Esc)"));
    connect(m_close, &QToolButton::clicked, this, &MessageRow::closeRequested);
    m_first->addWidget(m_close, 0, Qt::AlignTop);
}

void MessageRow::focusButton()
{
    const auto buttons = m_buttons->findChildren<QToolButton *>();
    (buttons.isEmpty() ? m_close : buttons.first())->setFocus(Qt::ShortcutFocusReason);
}

void MessageRow::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

/// Below the words where these would be a narrow column beside them: on a small screen, or with large text.
void MessageRow::placeButtons()
{
    if (m_message.buttons.isEmpty())
        return;
    const int room = contentsRect().width() - m_kind->sizeHint().width() - m_close->sizeHint().width();
    const bool below = m_buttons->sizeHint().width() > room / 2;
    QHBoxLayout *wanted = below ? m_second : m_first;
    if (wanted->indexOf(m_buttons) >= 0)
        return;
    (below ? m_first : m_second)->removeWidget(m_buttons);
    if (below)
        m_second->addWidget(m_buttons, 0, Qt::AlignRight);
    else
        m_first->insertWidget(2, m_buttons, 0, Qt::AlignTop);
    updateGeometry();
}

void MessageRow::showTheme()
{
    m_kind->setChip(chipOf(m_message.kind), wordOf(m_message.kind));
    m_source->setFont(m_theme.captionFont());
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
}

} // namespace fireline::views
