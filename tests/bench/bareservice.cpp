// SPDX-License-Identifier: GPL-3.0-or-later
#include "bareservice.h"

#include <chrono>
#include <libpq-fe.h>
#include <memory>
#include <poll.h>

namespace fireline::bench {

namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

Connection connected(const QString &socketFolder, int port)
{
    const QString options = QStringLiteral("host=%1 port=%2 user=admin dbname=postgres").arg(socketFolder).arg(port);
    Connection connection(PQconnectdb(options.toUtf8().constData()), PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        qFatal("%s", PQerrorMessage(connection.get()));
    return connection;
}

void run(const Connection &connection, const char *sql)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        qFatal("%s", PQerrorMessage(connection.get()));
}

void hear(const Connection &connection)
{
    for (;;) {
        const std::unique_ptr<PGnotify, decltype(&PQfreemem)> heard(PQnotifies(connection.get()), PQfreemem);
        if (heard)
            return;
        pollfd waiting{PQsocket(connection.get()), POLLIN, 0};
        if (::poll(&waiting, 1, 10000) != 1 || PQconsumeInput(connection.get()) == 0)
            qFatal("no notification");
    }
}

} // namespace

QList<double> bareNotifies(const QString &socketFolder, int port, int rounds)
{
    const Connection speaker = connected(socketFolder, port);
    const Connection ear = connected(socketFolder, port);
    run(ear, "LISTEN bench");
    QList<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        run(speaker, "NOTIFY bench, 'x'");
        hear(ear);
        times.append(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return times;
}

} // namespace fireline::bench
