// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QList>

namespace fireline::test {

/// Takes the time of every event that the GUI thread handles, so that a stall is seen where it happens (ux 5.2, item 12).
/// Events within events count once, for the outermost. Owned by main(); GUI thread.
class WatchedApplication : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    /// Forgets what was measured.
    void start();
    /// Milliseconds of the longest event since start(), and what it was.
    [[nodiscard]] double longestMs() const { return m_longestNs / 1e6; }
    [[nodiscard]] QString longest() const { return m_longest; }
    /// Milliseconds of every event that took more than one.
    [[nodiscard]] const QList<double> &slowMs() const { return m_slowMs; }

private:
    int m_depth = 0;
    qint64 m_longestNs = 0;
    QString m_longest;
    QList<double> m_slowMs;
};

} // namespace fireline::test
