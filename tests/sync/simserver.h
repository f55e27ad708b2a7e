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

/// What five consoles talk to in a simulated world: one in memory, or a real one. One thread.
class SimBackend
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

    virtual ~SimBackend() = default;

    fireline::domain::Instant now;
    std::function<void(const QString &payload)> ring;

    [[nodiscard]] virtual Answer answer(const QString &login, const Request &request) = 0;
    /// The last `count` places of each incident are gone, and with them what was refused meanwhile.
    virtual void goBack(int count) = 0;
    [[nodiscard]] virtual const QMap<QString, Incident> &incidents() const = 0;
    [[nodiscard]] virtual int generation() const = 0;
    /// What in that record nobody had a right to; empty when nothing is.
    [[nodiscard]] virtual QString faultOf(const Incident &incident) const = 0;
};

/// A backend in memory with the contract of the real one (ARCHITECTURE.md, "The shared backend"). One thread.
class SimServer : public SimBackend
{
public:
    /// Faults to be noticed.
    bool keepsNoIds = false;
    bool judgesNothing = false;
    bool leavesGap = false;
    bool tellsAnybody = false;
    bool namesInBell = false;
    /// Leaves a place out now and then, as one that reads by a bare sequence would.
    std::function<bool()> leavesOut;

    [[nodiscard]] Answer answer(const QString &login, const Request &request) override;
    void goBack(int count) override;
    [[nodiscard]] const QMap<QString, Incident> &incidents() const override { return m_incidents; }
    [[nodiscard]] int generation() const override { return m_generation; }
    [[nodiscard]] QString faultOf(const Incident &incident) const override;
    [[nodiscard]] QHash<QString, QByteArray> &blobs() { return m_blobs; }

private:
    [[nodiscard]] bool maySee(const QString &login, const Incident &incident) const;
    [[nodiscard]] Answer heads(const QString &login, const fireline::sync::ask::Heads &request) const;
    [[nodiscard]] Answer pull(const QString &login, const fireline::sync::ask::Pull &request);
    [[nodiscard]] Answer append(const QString &login, const fireline::sync::ask::Append &request);
    [[nodiscard]] fireline::domain::Verdict judge(const QString &login, Incident &incident, const fireline::domain::Event &event,
                                                  bool adopt);
    void place(const QString &login, Incident &incident, const fireline::domain::Event &event, bool adopted);
    [[nodiscard]] Incident replayed(const Incident &before, qsizetype kept);
    void poke(const QString &incident) const;

    QMap<QString, Incident> m_incidents;
    QHash<QString, QByteArray> m_blobs;
    int m_generation = 1;
};
