// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <functional>

namespace fireline::window {

/// One window per file, across processes: who has a file open listens under a name made from it, and whoever finds the file
/// locked asks there for the window to be raised. Only the same user can connect. GUI thread; owned by the incident's window.
class FileInstance : public QObject
{
    Q_OBJECT
public:
    explicit FileInstance(QObject *parent = nullptr);

    /// Listens for the file; a socket left behind by a crash is replaced, for the file's lock has said already that nobody
    /// has it open.
    void listen(const QString &path);

    /// Asks the console that has the file open to show itself; `answer` gets whether it did, within two seconds.
    static void askToRaise(const QString &path, QObject *context, std::function<void(bool raised)> answer);

signals:
    void raiseRequested();

private:
    QLocalServer m_server;
};

} // namespace fireline::window
