// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <memory>
#include <optional>
#include <utility>

class QTcpSocket;

namespace fireline::test {

/// A system that answers by HTTP as a test tells it, well or badly. On a free port of 127.0.0.1; lives in the thread of the test's
/// event loop. Connections stay open between requests, as those of real systems do.
class FakeHttp : public QObject
{
    Q_OBJECT
public:
    struct Reply
    {
        enum class How {
            Whole,
            WithoutLength, ///< its end is the end of the connection
            Half,          ///< half of the body, then the connection ends
            Reset,         ///< the connection is reset before a byte of an answer
            Silent,        ///< never
            Dripping,      ///< a byte now and then, without an end
        };
        int status = 200;
        QByteArray body;
        QList<std::pair<QByteArray, QByteArray>> heads;
        How how = How::Whole;
        bool promisesMore = false; ///< its Content-Length is a gigabyte
    };
    struct Asked
    {
        QByteArray method;
        QByteArray target; ///< path and query as sent
        QHash<QByteArray, QByteArray> heads;
        QByteArray body;
    };

    explicit FakeHttp(const std::optional<QSslConfiguration> &tls = {});
    ~FakeHttp() override;

    /// One after the other; the last goes on for ever.
    void setReplies(const QList<Reply> &replies);
    [[nodiscard]] const QList<Asked> &asked() const { return m_asked; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int open() const { return m_open; }
    [[nodiscard]] QUrl address() const;

signals:
    void wasAsked();
    void closed();

private:
    void join();
    void take(QTcpSocket *socket);
    void answer(QTcpSocket *socket);
    void drip(QTcpSocket *socket);

    std::unique_ptr<QTcpServer> m_server;
    bool m_secure;
    QList<Reply> m_replies;
    QList<Asked> m_asked;
    QHash<QTcpSocket *, QByteArray> m_partial;
    int m_connections = 0;
    int m_open = 0;
};

} // namespace fireline::test
