// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakehttp.h"

#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

std::unique_ptr<QTcpServer> serverFor(const std::optional<QSslConfiguration> &tls)
{
    if (!tls)
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(*tls);
    return server;
}

/// A reset instead of an end.
void reset(QTcpSocket *socket)
{
    const linger at_once{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
    socket->abort();
}

} // namespace

FakeHttp::FakeHttp(const std::optional<QSslConfiguration> &tls) : m_server(serverFor(tls)), m_secure(tls.has_value())
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeHttp::join);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port is free");
}

// A socket that goes says so, and is not heard any more.
FakeHttp::~FakeHttp()
{
    const QList<QTcpSocket *> sockets = m_server->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
    m_server.reset();
}

void FakeHttp::setReplies(const QList<Reply> &replies)
{
    m_replies = replies;
}

QUrl FakeHttp::address() const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(m_secure ? u"https"_s : u"http"_s).arg(m_server->serverPort()));
}

void FakeHttp::join()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        ++m_open;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_open;
            m_partial.remove(socket);
            socket->deleteLater();
            emit closed();
        });
        take(socket);
    }
}

void FakeHttp::take(QTcpSocket *socket)
{
    QByteArray &text = m_partial[socket];
    text += socket->readAll();
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Asked asked;
    const QList<QByteArray> lines = text.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    asked.method = first.value(0);
    asked.target = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        asked.heads.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype size = asked.heads.value("content-length").toLongLong();
    if (text.size() < end + 4 + size)
        return;
    asked.body = text.mid(end + 4, size);
    text.remove(0, end + 4 + size);
    m_asked.append(asked);
    answer(socket);
    emit wasAsked();
}

void FakeHttp::answer(QTcpSocket *socket)
{
    const Reply reply = m_replies.size() > 1 ? m_replies.takeFirst() : m_replies.value(0);
    if (reply.how == Reply::How::Silent)
        return;
    if (reply.how == Reply::How::Reset)
        return reset(socket);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " x\r\nContent-Type: application/json\r\n";
    for (const auto &[name, value] : reply.heads)
        head += name + ": " + value + "\r\n";
    if (reply.promisesMore)
        head += "Content-Length: 1073741824\r\n";
    else if (reply.how != Reply::How::WithoutLength && reply.how != Reply::How::Dripping)
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    else
        head += "Connection: close\r\n";
    socket->write(head + "\r\n");
    if (reply.how == Reply::How::Dripping)
        return drip(socket);
    socket->write(reply.how == Reply::How::Half ? reply.body.left(reply.body.size() / 2) : reply.body);
    if (reply.how == Reply::How::Half || reply.how == Reply::How::WithoutLength)
        socket->disconnectFromHost();
}

void FakeHttp::drip(QTcpSocket *socket)
{
    auto *tap = new QTimer(socket);
    connect(tap, &QTimer::timeout, socket, [socket] { socket->write(" "); });
    tap->start(5);
}

} // namespace fireline::test
