// SPDX-License-Identifier: GPL-3.0-or-later
#include "formwords.h"

#include "feed/incidentfeed.h"
#include "forms/inlineform.h"
#include "paneldrafts.h"

namespace fireline::window {

FormWords::FormWords(views::InlineForm &form, const QString &panel, const models::IncidentFeed &feed, PanelDrafts &drafts)
    : QObject(&form)
    , m_panel(panel)
    , m_feed(feed)
    , m_drafts(drafts)
    , m_words(drafts.left(panel))
    , m_written(m_words)
{
    form.restore(m_words);
    connect(&form, &views::InlineForm::keptChanged, this, &FormWords::take);
    connect(&feed, &models::IncidentFeed::savedChanged, this, &FormWords::write);
}

bool FormWords::isSaving() const
{
    const models::SaveStatus status = m_feed.saveStatus();
    return status.saving > 0 || status.notSaved > 0;
}

void FormWords::take(const QJsonObject &words)
{
    m_words = words;
    write();
}

// Words that were sent are kept until their entry is on the disk.
void FormWords::write()
{
    QJsonObject wanted = m_words;
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
