// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/messagebar.h"

#include <QFrame>

class QLabel;

namespace fireline::views {

class ChipLabel;

/// One message: its kind by shape and word, text that can be selected, its source, its buttons. GUI thread; owned by the bar.
class MessageRow : public QFrame
{
    Q_OBJECT
public:
    MessageRow(Message message, Theme &theme, QWidget *parent);

    [[nodiscard]] const Message &message() const { return m_message; }
    [[nodiscard]] QString key() const { return m_message.id.isEmpty() ? m_message.text : m_message.id; }
    /// "Refused: …", as it is read out.
    [[nodiscard]] QString spoken() const;

    domain::Instant since; ///< of the first tick that saw it

signals:
    void closeRequested();

private:
    void buildUi();
    void showTheme();

    Message m_message;
    Theme &m_theme;
    ChipLabel *m_kind;
    QLabel *m_text;
    QLabel *m_source;
};

} // namespace fireline::views
