// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "feed/incidentfeed.h"
#include "status/statuspage.h"

#include <QJsonObject>
#include <QTimer>

namespace fireline::models {

/// What is being written for each audience, and what the process says to it. Keeps typed words apart from the record until
/// they are in it. GUI thread; owned by the composition; the feed outlives it.
class StatusDesk : public QObject
{
    Q_OBJECT
public:
    explicit StatusDesk(IncidentFeed &feed, QObject *parent = nullptr);
    ~StatusDesk() override;

    /// The audience at hand; at first the one whose update is due first.
    [[nodiscard]] QString target() const { return m_page.target; }
    void setTarget(const QString &target);
    [[nodiscard]] const StatusPage &page() const { return m_page; }

    void setState(const QString &word);
    void setField(const QString &id, const QString &text);
    void setFree(const QString &text);
    /// Puts StatusField::before into the questions that are still open.
    void takeBefore();
    /// Whose deed the next command for this audience is; empty for the person at this console. Until one is in the record.
    void setBy(const QString &name);
    /// Who can be named, and who types.
    [[nodiscard]] QStringList people() const;
    [[nodiscard]] QString profile() const { return m_feed.profile(); }
    /// Back to what is in the record.
    void discard();

    [[nodiscard]] StatusStep nextStep() const;
    /// Puts what is typed into the record; a reply is sent by it. Nothing where recordWhyNot() says something.
    [[nodiscard]] std::optional<domain::Command> recordCommand();
    /// For the recorded update: AskApproval, ApproveUpdate, Send.
    [[nodiscard]] domain::Command command(domain::Verb verb) const;

    // Empty where it can be done now, else the translated reason why not.
    [[nodiscard]] QString recordWhyNot() const;
    [[nodiscard]] QString askWhyNot() const;
    [[nodiscard]] QString approveWhyNot() const;
    [[nodiscard]] QString sendWhyNot() const;

    /// Names and systems of this incident: words that no dictionary has.
    [[nodiscard]] QStringList ownWords() const;

    /// What is typed and not in the record, for a file that outlives a crash; the other way round at the next start.
    [[nodiscard]] QJsonObject typed() const;
    void restore(const QJsonObject &typed);

signals:
    /// page() is another one.
    void changed();
    /// typed() is worth keeping: the typing rests.
    void typedChanged(const QJsonObject &typed);

private:
    [[nodiscard]] StatusWords recorded(const QString &target) const;
    [[nodiscard]] QString saidBefore(const StatusField &field, const StatusPage &page) const;
    [[nodiscard]] QString stateToBegin(const QString &target) const;
    [[nodiscard]] StatusWords words(const QString &target) const;
    [[nodiscard]] QStringList askedIds(const QString &target, const QString &state) const;
    [[nodiscard]] static QJsonObject statedFields(const StatusWords &words, const QStringList &asked);
    [[nodiscard]] domain::WordsAtHand atHand(const StatusPage &page) const;
    [[nodiscard]] QString refusalOf(const domain::Command &command) const;
    void write(const StatusWords &words);
    void rebuild();
    void takeAudience(StatusPage &page) const;
    void takeRecord(StatusPage &page) const;
    void takeFields(StatusPage &page) const;
    void takeComponents(StatusPage &page) const;
    [[nodiscard]] QString previewOf(const StatusPage &page) const;
    void take(const QList<domain::Event> &events);

    IncidentFeed &m_feed;
    QMap<QString, StatusWords> m_typed; ///< by target
    QMap<QString, QString> m_by;        ///< by target: somebody else
    QString m_pending;                  ///< target whose words are on their way into the record
    StatusPage m_page;
    domain::Instant m_looked;
    QTimer m_keepLater;
};

} // namespace fireline::models
