// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileinstance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

constexpr auto patience = std::chrono::seconds(2);
const QByteArray raised = "raised\n";

QString nameOf(const QString &path)
{
    const QByteArray real = QFileInfo(path).canonicalFilePath().toUtf8();
    return u"fireline-"_s + QString::fromLatin1(QCryptographicHash::hash(real, QCryptographicHash::Sha256).toHex().left(24));
}

} // namespace

FileInstance::FileInstance(QObject *parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            caller->write(raised);
            caller->disconnectFromServer();
            emit raiseRequested();
        }
    });
}

void FileInstance::listen(const QString &path)
{
    const QString name = nameOf(path);
    QLocalServer::removeServer(name);
    m_server.listen(name);
}

void FileInstance::askToRaise(const QString &path, QObject *context, std::function<void(bool)> answer)
{
    auto *socket = new QLocalSocket(context);
    auto *timeout = new QTimer(socket);
    const auto finish = [socket, answer = std::move(answer)](bool was) {
        socket->disconnect();
        socket->deleteLater();
        answer(was);
    };
    connect(socket, &QLocalSocket::readyRead, context, [socket, finish] {
        if (socket->bytesAvailable() >= raised.size())
            finish(socket->readAll() == raised);
    });
    connect(socket, &QLocalSocket::errorOccurred, context, [finish] { finish(false); });
    connect(timeout, &QTimer::timeout, context, [finish] { finish(false); });
    timeout->start(patience);
    socket->connectToServer(nameOf(path));
}

} // namespace fireline::window
