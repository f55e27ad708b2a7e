// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace fireline::views {

/// Keeps a window no larger than its screen, whatever its content asks for: with large text on a small screen what does not fit
/// is made narrower, and the status line stays in sight. GUI thread; owned by the window.
class WindowFit : public QObject
{
    Q_OBJECT
public:
    /// The window has a layout.
    explicit WindowFit(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget *m_window;
};

} // namespace fireline::views
