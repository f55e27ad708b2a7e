// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/messagebar.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

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
    /// The keyboard goes to what can be done about it, else to the button that closes it.
    void focusButton();

    domain::Instant since; ///< of the first tick that saw it

signals:
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    void showTheme();
    void placeButtons();

    Message m_message;
    Theme &m_theme;
    ChipLabel *m_kind;
    QLabel *m_text;
    QLabel *m_source;
    QHBoxLayout *m_first = nullptr;  ///< kind, words, buttons where there is room for them
    QHBoxLayout *m_second = nullptr; ///< buttons below the words
    QWidget *m_buttons = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace fireline::views
