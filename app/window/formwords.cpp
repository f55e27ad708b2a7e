// SPDX-License-Identifier: GPL-3.0-or-later
#include "formwords.h"

#include "feed/incidentfeed.h"
#include "forms/keptform.h"
#include "paneldrafts.h"

namespace fireline::window {

FormWords::FormWords(const QList<views::KeptForm *> &forms, const QString &panel, const models::IncidentFeed &feed,
                     PanelDrafts &drafts, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_feed(feed)
    , m_drafts(drafts)
    , m_written(drafts.left(panel))
{
    for (views::KeptForm *form : forms) {
        form->restore(m_written);
        m_words.insert(form, form->kept());
        connect(form, &views::KeptForm::keptChanged, this, [this, form](const QJsonObject &words) {
            m_words.insert(form, words);
            write();
        });
        connect(form, &views::KeptForm::asking, this, [this](const QString &mark) { m_drafts.setAsking(mark); });
    }
    connect(&feed, &models::IncidentFeed::savedChanged, this, &FormWords::write);
}

bool FormWords::isSaving() const
{
    const models::SaveStatus status = m_feed.saveStatus();
    return status.saving > 0 || status.notSaved > 0;
}

// Words that were sent are kept until their entry is on the disk.
void FormWords::write()
{
    QJsonObject wanted;
    for (const QJsonObject &words : std::as_const(m_words)) {
        for (auto it = words.constBegin(); it != words.constEnd(); ++it)
            wanted.insert(it.key(), it.value());
    }
    if (isSaving()) {
        for (auto it = m_written.constBegin(); it != m_written.constEnd(); ++it) {
            if (!wanted.contains(it.key()))
                wanted.insert(it.key(), it.value());
        }
    }
    if (wanted == m_written)
        return;
    m_written = wanted;
    m_drafts.keep(m_panel, wanted);
}

} // namespace fireline::window
