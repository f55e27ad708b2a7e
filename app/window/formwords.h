// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>

namespace fireline::models {
class IncidentFeed;
}
namespace fireline::views {
class InlineForm;
}

namespace fireline::window {

class PanelDrafts;

/// Keeps what is typed into the form of one panel until it is in the record and on the disk, and gives the form back what an
/// earlier window kept. GUI thread; owned by the form; feed and drafts outlive it.
class FormWords : public QObject
{
    Q_OBJECT
public:
    FormWords(views::InlineForm &form, const QString &panel, const models::IncidentFeed &feed, PanelDrafts &drafts);

private:
    void take(const QJsonObject &words);
    void write();
    [[nodiscard]] bool isSaving() const;

    QString m_panel;
    const models::IncidentFeed &m_feed;
    PanelDrafts &m_drafts;
    QJsonObject m_words;   ///< typed and not sent
    QJsonObject m_written; ///< in the file
};

} // namespace fireline::window
