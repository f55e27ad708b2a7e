// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/waitingwords.h"

#include "forms/inlineform.h"
#include "forms/panelbutton.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

WaitingWords::WaitingWords(const QString &name, InlineForm &form, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
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
    connect(&form, &InlineForm::waitingChanged, this, &WaitingWords::follow);
    connect(&theme, &Theme::changed, this, &WaitingWords::showTheme);
    showTheme();
    follow();
}

// What was about something that is gone can be made something else.
void WaitingWords::resume()
{
    const QString id = m_first;
    emit resumeRequested(id);
    if (m_form.id() == id)
        return;
    QStringList words;
    for (const QJsonValue &value : m_form.kept().value(id)[u"values"_s].toObject())
        words.append(value.isString() ? value.toString() : QString());
    words.removeAll(QString());
    m_form.dropDraft(id);
    emit entryRequested(words.join(u' ').simplified());
}

void WaitingWords::follow()
{
    const QJsonObject kept = m_form.kept();
    QStringList titles;
    for (const QJsonValue &draft : kept)
        titles.append(draft[u"title"_s].toString());
    m_first = kept.isEmpty() ? QString() : kept.begin().key();
    m_text->setText(tr("Typed and not in the record: %1").arg(titles.join(u" · "_s)));
    setVisible(!kept.isEmpty() && m_form.isHidden());
}

void WaitingWords::showTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->setContentsMargins(2 * gap, 0, 2 * gap, gap);
}

} // namespace fireline::views
