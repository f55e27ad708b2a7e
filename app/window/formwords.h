// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>

namespace fireline::models {
class IncidentFeed;
}
namespace fireline::views {
class KeptForm;
}

namespace fireline::window {

class PanelDrafts;

/// Keeps what is typed into the forms of one panel until it is in the record and on the disk, and gives the forms back what an
/// earlier window kept. GUI thread; owned by the panel; feed and drafts outlive it.
class FormWords : public QObject
{
    Q_OBJECT
public:
    FormWords(const QList<views::KeptForm *> &forms, const QString &panel, const models::IncidentFeed &feed, PanelDrafts &drafts,
              QObject *parent);

private:
    void write();
    [[nodiscard]] bool isSaving() const;

    QString m_panel;
    const models::IncidentFeed &m_feed;
    PanelDrafts &m_drafts;
    QHash<const QObject *, QJsonObject> m_words; ///< typed and not sent, by form
    QJsonObject m_written;                       ///< in the file
};

} // namespace fireline::window
