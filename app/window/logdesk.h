// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QFileDialog;

namespace fireline::views {
class LogPanel;
class MainWindow;
} // namespace fireline::views

namespace fireline::window {

class RecordGuard;

/// Gives the panel of raw events what it asks for: the record verified, and the log as a file. GUI thread; owned by the
/// window. What takes long is done elsewhere.
class LogDesk : public QObject
{
    Q_OBJECT
public:
    LogDesk(views::LogPanel &panel, RecordGuard &guard, views::MainWindow &window, const QString &record, QObject *parent);

    void exportTo(const QString &target);

private:
    void askForPlace();
    void showCheck();

    views::LogPanel &m_panel;
    RecordGuard &m_guard;
    views::MainWindow &m_window;
    QString m_record;
    QPointer<QFileDialog> m_dialog;
};

} // namespace fireline::window
