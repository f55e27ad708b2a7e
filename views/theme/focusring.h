// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QApplication;
class QFocusFrame;
class QWidget;

namespace fireline::views {

/// Keeps one QFocusFrame around the widget that has the keyboard focus, whatever paints that widget. The style draws it.
/// GUI thread; owned by the application.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QApplication *application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focused);
    QPointer<QWidget> m_focused;
    QList<QPointer<QObject>> m_scrolled; ///< what it stands in and is moved with
    QPointer<QFocusFrame> m_frame;       ///< a child of the focused widget's window, and deleted with that
};

} // namespace fireline::views
