// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <random>

namespace fireline::test {

/// A long way to a server on this computer: every piece of a conversation arrives later, in order; now and then a connection
/// breaks. Lives in the thread of the test's event loop.
class SlowRelay : public QObject
{
    Q_OBJECT
public:
    struct Way
    {
        int delayMs = 0;       ///< in each direction
        int jitterMs = 0;      ///< more than that, by chance
        int breaksPercent = 0; ///< of the pieces after which the connection is gone
    };

    SlowRelay(int port, const Way &way, quint32 seed);

    [[nodiscard]] int port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int broken() const { return m_broken; }
    /// From here on; 0: nothing breaks any more.
    void setBreaks(int percent) { m_way.breaksPercent = percent; }

private:
    void join();
    void carry(QTcpSocket *from, QTcpSocket *to);

    int m_target;
    Way m_way;
    std::mt19937 m_random;
    QTcpServer m_server;
    int m_connections = 0;
    int m_broken = 0;
};

} // namespace fireline::test
