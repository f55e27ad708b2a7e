// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"

using namespace Qt::StringLiterals;

// What was typed and not sent: it waits here, and outlives the program where somebody keeps it.
namespace fireline::views {

/// Words that gave way to others are kept as well.
bool InlineForm::isTouched() const
{
    return values() != m_initial || m_basis.contains(u"aside");
}

// What was changed waits for the next time.
void InlineForm::keep()
{
    if (isHidden())
        return;
    if (isTouched())
        m_drafts.insert(m_spec.id, {m_spec.title, values(), mark(), m_basis});
    else
        m_drafts.remove(m_spec.id);
}

void InlineForm::rebase(const QJsonObject &basis, const QJsonObject &initial)
{
    m_basis = basis;
    for (auto it = initial.begin(); it != initial.end(); ++it)
        m_initial.insert(it.key(), it.value());
    keepLater();
    emit waitingChanged();
}

void InlineForm::dropDraft(const QString &id)
{
    if (!m_drafts.remove(id))
        return;
    keepLater();
    emit waitingChanged();
}

QJsonObject InlineForm::kept() const
{
    QJsonObject kept;
    for (auto it = m_drafts.begin(); it != m_drafts.end(); ++it)
        kept.insert(it.key(), draftOf(it->title, it->values, it->mark, it->basis));
    if (isHidden())
        return kept;
    if (isTouched())
        kept.insert(m_spec.id, draftOf(m_spec.title, values(), mark(), m_basis));
    else
        kept.remove(m_spec.id);
    return kept;
}

void InlineForm::restore(const QJsonObject &kept)
{
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        const QJsonObject draft = it.value().toObject();
        const QJsonObject values = draft.value(u"values"_s).toObject();
        if (!values.isEmpty() && !m_drafts.contains(it.key()) && id() != it.key())
            m_drafts.insert(it.key(), {draft.value(u"title"_s).toString(), values, draft.value(u"mark"_s).toString(),
                                       draft.value(u"basis"_s).toObject()});
    }
    emit waitingChanged();
}

} // namespace fireline::views
