// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace fireline::models {
class StatusDesk;
}

namespace fireline::views {

/// Whether an update is being written: the keyboard is in its form, or something typed there is not in the record yet. It is over
/// when the keyboard goes elsewhere and nothing is left typed, and when the update was sent or thrown away. GUI thread; owned by
/// the panel, which the form is in; the desk outlives it.
class StatusWriting : public QObject
{
    Q_OBJECT
public:
    /// Lines of text that the panel wants to be high meanwhile.
    static constexpr int lines = 30;

    StatusWriting(models::StatusDesk &desk, QWidget &form, QWidget &panel);

    /// What was written is sent, or thrown away; the next letter begins another one.
    void end() { set(false); }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void changed(bool writing);

private:
    void follow(QWidget *focused);
    void set(bool writing);

    models::StatusDesk &m_desk;
    QWidget &m_form;
    QWidget &m_panel;
    bool m_writing = false;
};

} // namespace fireline::views
