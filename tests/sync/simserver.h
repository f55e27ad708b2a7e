// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messages.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>

/// What the judge of the simulation knows of an incident: a small one of the same kind as the real one.
struct SimAuthority
{
    QString commander;
    QString comms;
    QString offeredTo;
    int term = 0;
    bool resolved = false;

    /// Empty when the event may take its place; then it has changed this.
    QString judge(const QString &login, const fireline::domain::Event &event);
};

/// A backend in memory with the contract of the real one (ARCHITECTURE.md, "The shared backend"). One thread.
class SimServer
{
public:
    using Request = fireline::sync::Request;
    using Answer = fireline::sync::Answer;
    using ServerEvent = fireline::domain::ServerEvent;

    struct Incident
    {
        QList<ServerEvent> log;
        QHash<QString, qint64> places;
        QList<ServerEvent> steps;           ///< whatever was judged, in order; place 0: rejected
        QHash<QString, QString> rejections; ///< id to reason
        QHash<QString, QPair<qint64, QByteArray>> devices;
        QSet<QString> members; ///< of a private one
        bool isPrivate = false;
        QString adopter; ///< until the last of a file is there
        SimAuthority authority;
    };

    /// Faults to be noticed.
    bool keepsNoIds = false;
    bool judgesNothing = false;
    /// Leaves a place out now and then, as one that reads by a bare sequence would.
    std::function<bool()> leavesOut;

    fireline::domain::Instant now;
    std::function<void(const QString &payload)> ring;

    [[nodiscard]] Answer answer(const QString &login, const Request &request);
    /// The last `count` places of each incident are gone, and with them what was refused meanwhile.
    void goBack(int count);

    [[nodiscard]] const QMap<QString, Incident> &incidents() const { return m_incidents; }
    /// Ids that were ever accepted, also by what was lost since.
    [[nodiscard]] const QSet<QString> &everAccepted() const { return m_everAccepted; }
    [[nodiscard]] int generation() const { return m_generation; }
    [[nodiscard]] QHash<QString, QByteArray> &blobs() { return m_blobs; }

private:
    [[nodiscard]] bool maySee(const QString &login, const Incident &incident) const;
    [[nodiscard]] Answer heads(const QString &login) const;
    [[nodiscard]] Answer pull(const QString &login, const fireline::sync::ask::Pull &request);
    [[nodiscard]] Answer append(const QString &login, const fireline::sync::ask::Append &request);
    [[nodiscard]] fireline::domain::Verdict judge(const QString &login, Incident &incident, const fireline::domain::Event &event,
                                                  bool adopt);
    void place(const QString &login, Incident &incident, const fireline::domain::Event &event, bool adopted);
    [[nodiscard]] Incident replayed(const Incident &before, qsizetype kept);
    void poke(const QString &incident) const;

    QMap<QString, Incident> m_incidents;
    QSet<QString> m_everAccepted;
    QHash<QString, QByteArray> m_blobs;
    int m_generation = 1;
};
