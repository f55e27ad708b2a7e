// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace fireline::views {
class InboxPanel;
}

namespace fireline::window {

class AlertSources;
class CommandDesk;
class IncidentShelf;

/// Connects the alert inbox with the sources while somebody looks at it, keeps the record of linked alerts up to them, and asks the
/// register when each fired before. In a drill nothing outside is asked. GUI thread; owned by the panel, like its model; what it is made
/// with outlives it. Without sources (a window of tests) the inbox shows what the record has.
class InboxDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        models::IncidentFeed &feed;
        CommandDesk &desk;
        AlertSources *sources;
        IncidentShelf *shelf;
    };
    /// When an alert fired before, by who knows it.
    enum class Knows { Register, Source };
    InboxDesk(const Parts &parts, models::InboxModel &model, views::InboxPanel &panel);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showNoTrend(const QString &fingerprint);
    void look();
    void take();
    void follow();
    void askRegister();
    void know(const QString &fingerprint, Knows who, const QList<domain::Instant> &firings);
    void silence(const QString &fingerprint, domain::Span length, const QString &why);
    void endSilence(const QString &fingerprint, const QString &why);
    void openPage(const QString &address);

    Parts m_parts;
    models::InboxModel &m_model;
    views::InboxPanel &m_panel;
    bool m_drill;
    QSet<QString> m_followed; ///< what the record was told, or refused, once
    QSet<QString> m_asked;    ///< fingerprints the register was asked about
    QHash<QString, QHash<Knows, QList<domain::Instant>>> m_firings;
};

} // namespace fireline::window
