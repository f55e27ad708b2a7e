// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sectionchange.h"

#include "access/readablenote.h"
#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "forms/flowlayout.h"
#include "forms/inlineform.h"
#include "forms/panelbutton.h"
#include "review/reviewmodel.h"
#include "text/timedisplay.h"
#include "theme/theme.h"
#include "timeline/diffhtml.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

SectionChange::SectionChange(models::ReviewModel &model, InlineForm &form, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_form(form)
    , m_theme(theme)
    , m_times(times)
    , m_text(new QLabel(this))
{
    m_text->setObjectName(u"reviewChanged"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    readAloud(*m_text);
    auto *ways = new QWidget(this);
    auto *row = new FlowLayout(ways);
    const auto add = [&](const QString &name, const QString &words) {
        QPushButton *made = button(name, words, ways);
        row->addWidget(made);
        return made;
    };
    m_difference = add(u"reviewDifferenceShow"_s, tr("See the difference"));
    m_difference->setCheckable(true);
    markReading(*m_difference);
    m_take = add(u"reviewTakeOver"_s, tr("Take theirs over"));
    m_keep = add(u"reviewKeepMine"_s, tr("Keep mine"));
    m_back = add(u"reviewBringBack"_s, tr("Bring mine back"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_text);
    column->addWidget(ways);
    connect(m_difference, &QPushButton::clicked, this, &SectionChange::differenceRequested);
    connect(m_take, &QPushButton::clicked, this, &SectionChange::take);
    connect(m_keep, &QPushButton::clicked, this, &SectionChange::keep);
    connect(m_back, &QPushButton::clicked, this, &SectionChange::bringBack);
    connect(&theme, &Theme::changed, this, &SectionChange::showTheme);
    connect(&times, &TimeDisplay::changed, this, &SectionChange::look);
    showTheme();
    showTips();
    hide();
}

void SectionChange::showTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->setContentsMargins(gap, gap, gap, 0);
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(Ink::Warn));
    m_text->setPalette(palette);
}

void SectionChange::addActions(ActionRegistry &actions, QWidget &scope)
{
    m_actions = &actions;
    const auto add = [&](const QString &id, const QString &words, const QString &help, const QString &icon, const QString &key,
                         void (SectionChange::*act)(), const ActionRegistry::WhyNot &whyNot) {
        const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList{QKeySequence(key)};
        actions.add(
            {id, words, help, u"entry"_s, icon, keys, &scope}, [this, act] { (this->*act)(); }, whyNot);
    };
    add(u"review.difference"_s, tr("See how the section differs from the record"),
        tr("Shows what only your text has and what only the other has."), u"show"_s, u"Ctrl+Shift+C"_s,
        &SectionChange::differenceRequested,
        [this] { return isDivided() ? QString() : tr("Nobody changed the section that you write."); });
    add(u"review.takeOver"_s, tr("Take over the section as the record has it"),
        tr("Puts the words of the record in place of yours, which are kept."), u"sync"_s, u"Ctrl+Shift+Y"_s, &SectionChange::take,
        [this] { return whyNot(State::Divided); });
    add(u"review.keepMine"_s, tr("Keep my words of the section"),
        tr("Your words will replace the other’s, which stay readable in the timeline."), u"edit"_s, u"Ctrl+Shift+N"_s,
        &SectionChange::keep, [this] { return whyNot(State::Divided); });
    add(u"review.bringBack"_s, tr("Bring my words of the section back"),
        tr("Puts your words in place of those that you took over."), u"undo"_s, {}, &SectionChange::bringBack,
        [this] { return whyNot(State::Aside); });
    showTips();
}

void SectionChange::showTips()
{
    const auto tip = [this](QPushButton &button, const QString &id, const QString &help) {
        const QAction *action = m_actions ? m_actions->action(id) : nullptr;
        const QString key = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
        button.setToolTip(key.isEmpty() ? help : tr("%1 (%2)").arg(help, key));
    };
    tip(*m_difference, u"review.difference"_s, tr("Shows what only your text has and what only the other has."));
    tip(*m_take, u"review.takeOver"_s, tr("Puts the words of the record in place of yours, which are kept."));
    tip(*m_keep, u"review.keepMine"_s, tr("Your words will replace the other’s, which stay readable in the timeline."));
    tip(*m_back, u"review.bringBack"_s, tr("Puts your words in place of those that you took over."));
}

QString SectionChange::whyNot(State needed) const
{
    if (m_state == needed)
        return {};
    return needed == State::Aside ? tr("None of your words gave way.") : tr("Nobody changed the section that you write.");
}

QPlainTextEdit *SectionChange::text() const
{
    return m_section.isEmpty() ? nullptr : qobject_cast<QPlainTextEdit *>(m_form.input(u"text"_s));
}

QString SectionChange::aside() const
{
    return m_form.basis().value(u"aside").toString();
}

SectionChange::State SectionChange::stateNow() const
{
    const QPlainTextEdit *field = text();
    if (!field)
        return State::None;
    const QString now = m_model.sectionText(m_section).trimmed();
    const bool same = now == m_form.basis().value(u"text").toString().trimmed() || now == field->toPlainText().trimmed();
    if (!same)
        return State::Divided;
    return aside().isEmpty() ? State::None : State::Aside;
}

QString SectionChange::whoAndWhen() const
{
    const models::ReviewSectionBy by = m_model.sectionBy(m_section);
    if (by.who.isEmpty())
        return tr("This section was changed meanwhile.");
    const QString at = m_times.dayMinute(by.at);
    return by.own ? tr("You changed this section at %1, elsewhere.").arg(at)
                  : tr("%1 changed this section at %2.").arg(by.who, at);
}

void SectionChange::follow(const QString &section)
{
    m_section = section;
    look();
}

void SectionChange::look()
{
    m_state = stateNow();
    const QString now = m_model.sectionText(m_section);
    // What became the same on both sides is what the writer goes on from.
    if (const QPlainTextEdit *field = text(); field && m_state == State::None && !now.isEmpty()
                                              && now.trimmed() == field->toPlainText().trimmed()
                                              && now != m_form.basis().value(u"text").toString())
        goOnFrom(now, {});
    const QString said = m_state == State::Divided ? tr("▲ %1 Your words are still here.").arg(whoAndWhen())
                         : m_state == State::Aside ? tr("○ The words of the record stand here. Yours are kept.")
                                                   : QString();
    const bool again = said != m_text->text();
    m_difference->setVisible(isDivided());
    m_take->setVisible(m_state == State::Divided);
    m_keep->setVisible(m_state == State::Divided);
    m_back->setVisible(m_state == State::Aside);
    setVisible(isDivided());
    if (again)
        sayAloud(*m_text, said);
    if (again && m_actions)
        m_actions->refreshLater();
}

QString SectionChange::whyNotKept() const
{
    if (stateNow() != State::Divided)
        return {};
    return tr("%1 Take theirs over, or keep yours, first.").arg(whoAndWhen());
}

QString SectionChange::differenceHtml() const
{
    const QPlainTextEdit *field = text();
    if (!field)
        return {};
    const bool aside = m_state == State::Aside;
    const QString mine = aside ? this->aside() : field->toPlainText();
    const QString theirs = aside ? field->toPlainText() : m_model.sectionText(m_section);
    return u"<p>%1</p><p>%2</p>"_s.arg(tr("Struck out: only yours has it. Underlined: only the other has it.").toHtmlEscaped(),
                                       diffHtml(models::wordDiff(mine.trimmed(), theirs.trimmed()), m_theme));
}

void SectionChange::setShown(bool shown)
{
    m_difference->setChecked(shown);
}

/// One step to take back in the text.
void SectionChange::replaceText(const QString &words)
{
    QTextCursor cursor(text()->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(words);
}

void SectionChange::goOnFrom(const QString &theirs, const QString &aside)
{
    QJsonObject basis{{u"text"_s, theirs}};
    if (!aside.isEmpty())
        basis.insert(u"aside"_s, aside);
    m_form.rebase(basis, {{u"text"_s, theirs.trimmed()}});
}

void SectionChange::take()
{
    const QPlainTextEdit *field = text();
    if (!field || m_state != State::Divided)
        return;
    const QString theirs = m_model.sectionText(m_section);
    const QString before = m_form.basis().value(u"text").toString().trimmed();
    const QString mine = field->toPlainText();
    const bool typed = !mine.trimmed().isEmpty() && mine.trimmed() != before;
    QStringList kept{aside()}; // of an earlier time
    if (typed)
        kept.append(mine);
    kept.removeAll({});
    goOnFrom(theirs, kept.join(u"\n\n"_s));
    replaceText(theirs);
    m_form.setProblem({});
    look();
    emit chosen();
}

void SectionChange::keep()
{
    if (!text() || m_state != State::Divided)
        return;
    goOnFrom(m_model.sectionText(m_section), aside());
    m_form.setProblem({});
    look();
    emit chosen();
}

void SectionChange::bringBack()
{
    if (!text() || m_state != State::Aside)
        return;
    const QString mine = aside();
    goOnFrom(m_form.basis().value(u"text").toString(), {});
    replaceText(mine);
    look();
    emit chosen();
}

} // namespace fireline::views
