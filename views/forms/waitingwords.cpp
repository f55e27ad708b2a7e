// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/waitingwords.h"

#include "forms/keptform.h"
#include "forms/panelbutton.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

WaitingWords::WaitingWords(const QString &name, KeptForm &form, Theme &theme, QWidget *parent)
    : WaitingWords(name, QList<KeptForm *>{&form}, theme, parent)
{
}

WaitingWords::WaitingWords(const QString &name, const QList<KeptForm *> &forms, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_forms(forms)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_resume(button(name + u"Resume"_s, tr("Go on writing"),
                      tr("Opens the form again with what was typed into it and is not in the record."), this))
{
    setObjectName(name);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text, 1);
    row->addWidget(m_resume);
    connect(m_resume, &QPushButton::clicked, this, &WaitingWords::resume);
    for (const KeptForm *form : forms)
        connect(form, &KeptForm::waitingChanged, this, &WaitingWords::follow);
    connect(&theme, &Theme::changed, this, &WaitingWords::showTheme);
    showTheme();
    follow();
}

bool WaitingWords::isOpen(const QString &id) const
{
    return std::any_of(m_forms.begin(), m_forms.end(), [&](const KeptForm *form) { return form->id() == id; });
}

// What was about something that is gone can be made something else.
void WaitingWords::resume()
{
    const QString id = m_first;
    emit resumeRequested(id);
    if (isOpen(id))
        return;
    QStringList words;
    for (KeptForm *form : std::as_const(m_forms)) {
        for (const QJsonValue &value : form->kept().value(id)[u"values"_s].toObject())
            words.append(value.isString() ? value.toString() : QString());
        form->dropDraft(id);
    }
    words.removeAll(QString());
    emit entryRequested(words.join(u' ').simplified());
}

void WaitingWords::follow()
{
    QStringList titles;
    m_first.clear();
    bool closed = true;
    for (const KeptForm *form : std::as_const(m_forms)) {
        const QJsonObject kept = form->kept();
        for (const QJsonValue &draft : kept)
            titles.append(draft[u"title"_s].toString());
        if (m_first.isEmpty() && !kept.isEmpty())
            m_first = kept.begin().key();
        closed = closed && form->isHidden();
    }
    m_text->setText(tr("Typed and not in the record: %1").arg(titles.join(u" · "_s)));
    setVisible(!titles.isEmpty() && closed);
}

void WaitingWords::showTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->setContentsMargins(2 * gap, 0, 2 * gap, gap);
}

} // namespace fireline::views
