// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>

namespace fireline::test {

/// Takes the time of every event that the GUI thread handles, so that a stall is seen where it happens (ux 5.2, item 12).
/// Events within events count once, for the outermost; those of other threads do not count. Owned by main(); GUI thread.
class WatchedApplication : public QApplication
{
    Q_OBJECT
public:
    WatchedApplication(int &argc, char **argv);
    ~WatchedApplication() override;

    bool notify(QObject *receiver, QEvent *event) override;

    /// Forgets what was measured.
    void start();
    /// Milliseconds of the longest event since start(), and what it was.
    [[nodiscard]] double longestMs() const { return m_longestNs / 1e6; }
    [[nodiscard]] QString longest() const { return m_longest; }
    /// Milliseconds that the processor worked at the event which was longest by that: other programs do not count.
    [[nodiscard]] double busiestMs() const { return m_busiestNs / 1e6; }
    [[nodiscard]] QString busiest() const { return m_busiest; }
    /// Milliseconds that this thread waited for something at the event which was longest by that: for a lock, a disk, a server.
    /// Neither work counts nor the wait for a processor, so that it is the same on a busy machine.
    [[nodiscard]] double sleepiestMs() const { return m_sleepiestNs / 1e6; }
    [[nodiscard]] QString sleepiest() const { return m_sleepiest; }
    /// False where the kernel does not tell how long a thread waited for a processor: then nothing counts as waiting.
    [[nodiscard]] bool seesSleep() const { return m_schedule >= 0; }

private:
    bool m_within = false;
    qint64 m_longestNs = 0;
    qint64 m_busiestNs = 0;
    qint64 m_sleepiestNs = 0;
    QString m_longest;
    QString m_busiest;
    QString m_sleepiest;
    int m_schedule = -1; ///< of this thread, from the kernel
};

} // namespace fireline::test
