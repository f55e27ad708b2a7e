// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/sendconfirm.h"

#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "palette/commandpalette.h"
#include "theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

SendConfirm::SendConfirm(Theme &theme, QWidget *panel) : QWidget(panel), m_panel(panel), m_text(new QLabel(this))
{
    setObjectName(u"statusConfirm"_s);
    m_text->setObjectName(u"statusConfirmText"_s);
    m_text->setWordWrap(true);
    auto *send = button(u"statusConfirmSend"_s, tr("Send it outside"), tr("Sends the text as it stands (Ctrl+Return)."), this);
    auto *back = button(u"statusConfirmBack"_s, tr("Not yet"), tr("Nothing is sent (Esc)."), this);
    auto *row = new FlowLayout;
    row->addWidget(send);
    row->addWidget(back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.scaled(4), 0, theme.scaled(4), 0);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(send, &QPushButton::clicked, this, &SendConfirm::confirmed);
    connect(back, &QPushButton::clicked, this, &SendConfirm::putOff);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { followKeyboard(now); });
    hide();
}

SendConfirm::~SendConfirm()
{
    disconnect(qApp, nullptr, this, nullptr); // the keyboard may leave it while it goes
}

// Who went on to something else is asked anew. The palette gives the keyboard back or takes it elsewhere; what another window has
// it for may be the text itself.
void SendConfirm::followKeyboard(const QWidget *now)
{
    if (!now || !asks() || m_panel->isAncestorOf(now))
        return;
    for (const QWidget *part = now; part; part = part->parentWidget()) {
        if (qobject_cast<const CommandPalette *>(part))
            return;
    }
    const QWidget *floats = m_panel->window()->parentWidget();
    if (now->window() == m_panel->window() || (floats && now->window() == floats->window()))
        close();
}

void SendConfirm::ask(const QString &name, const QString &hash)
{
    m_hash = hash;
    m_text->setText(tr("▲ %1 is read by people outside, and what they read cannot be taken back. Ctrl+Return once more sends it, "
                       "Esc goes back.")
                        .arg(name));
    show();
}

bool SendConfirm::close()
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    m_hash.clear();
    return hadFocus;
}

} // namespace fireline::views
