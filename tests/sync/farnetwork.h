// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace fireline::test {

/// A second computer, as far as the network goes: a network namespace of its own for a process that was started in one, and a cable
/// between it and this program. Only what this program made is touched, and it is gone with it. One thread.
class FarNetwork
{
public:
    /// This program gets a network of its own, as the user it runs as, and may change it. Before there is a second thread.
    static void enter();
    /// Why there can be no second computer here; empty when there can. What is "missing: …" can be installed.
    [[nodiscard]] static QString whyNot();

    /// `process` is in a network of its own already. Empty when the cable is there; else why not.
    [[nodiscard]] QString plugIn(qint64 process);
    /// At the far end. Nobody on this side hears more than silence.
    [[nodiscard]] bool setCable(bool isIn);
    /// What this side sends arrives, and no answer comes back.
    [[nodiscard]] bool setDeaf(bool isDeaf);
    /// Late and narrow, in both directions, by whatever of it this kernel can; empty when it can nothing.
    [[nodiscard]] QString slowDown();

    /// Where the far side is reached.
    [[nodiscard]] static QString address();

private:
    [[nodiscard]] bool here(const QStringList &arguments);
    [[nodiscard]] bool there(const QStringList &arguments);
    [[nodiscard]] bool run(const QStringList &command, qint64 inNetworkOf);

    qint64 m_process = 0;
    QString m_said;
};

} // namespace fireline::test
