// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/workforms.h"

#include "orders/reasonform.h"

#include "core/instant.h"
#include "entry/entrytime.h"
#include "forms/saidby.h"
#include "orders/workquestions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Command;
using domain::Span;
using domain::Verb;

namespace {

const QString anothers = u"another"_s;

bool takesWords(Verb deed)
{
    return deed != Verb::Ack && deed != Verb::Approve && deed != Verb::Execute && deed != Verb::PollOk && deed != Verb::PollClose;
}

bool needsWords(Verb deed)
{
    return deed == Verb::Fail || deed == Verb::Breach || deed == Verb::PollObject;
}

} // namespace

std::optional<qint64> typedSpanUs(const QString &text, qint64 unitUs)
{
    QString typed = text.trimmed();
    if (typed.startsWith(u'+'))
        typed.remove(0, 1);
    bool isNumber = false;
    const int count = typed.toInt(&isNumber);
    if (isNumber)
        return count > 0 && count <= 10'000 ? std::optional(count * unitUs) : std::nullopt;
    const auto span = domain::readDuration(typed);
    return span && span->us > 0 ? std::optional(span->us) : std::nullopt;
}

ActionForm::ActionForm(const models::WorkQuestions &ask, Theme &theme, QWidget *parent)
    : WorkForm(u"actionForm"_s, tr("New action"), ask, theme, parent)
{
    addLine(u"actionWhat"_s, tr("What is to be done"), tr("In one sentence: restart pod A."));
    m_who = makeLine(u"actionWho"_s, tr("Who does it"), tr("A person or a role; the list completes what you type."));
    m_minutes = makeLine(
        u"actionMinutes"_s, tr("Back in minutes"),
        tr("When the answer is wanted: 10 for ten minutes, or 90s, or 1h30m. Leave it empty where no time is set."));
    addPair(m_who, m_minutes);
    m_question = addCheck(u"actionQuestion"_s, tr("Question"), tr("Asks for an answer, not for something to be done."));
    complete(m_minutes, {u"3"_s, u"5"_s, u"10"_s, u"15"_s, u"20"_s, u"30"_s, u"60"_s});
}

void ActionForm::adapt()
{
    complete(m_who, questions().people());
    askFields();
}

QString ActionForm::missing() const
{
    if (!hasText())
        return tr("Say what is to be done.");
    if (m_who->text().trimmed().isEmpty())
        return tr("Say who does it.");
    const bool timed = m_minutes->text().trimmed().isEmpty() || typedSpanUs(m_minutes->text(), Span::minutes(1).us);
    return timed ? QString() : tr("“%1” is no time. Type 10 for ten minutes, or 90s, or 1h30m.").arg(m_minutes->text());
}

Command ActionForm::command() const
{
    QString who = m_who->text().trimmed();
    if (who.startsWith(u'@'))
        who.remove(0, 1);
    Command command;
    command.verb = m_question->isChecked() ? Verb::Ask : Verb::Action;
    command.args = {{u"text"_s, said()}, {u"who"_s, QJsonArray{who}}};
    if (const auto due = typedSpanUs(m_minutes->text(), Span::minutes(1).us))
        command.args.insert(u"dueUs"_s, *due);
    if (const QJsonObject fields = fieldValues(); !fields.isEmpty())
        command.args.insert(u"fields"_s, fields);
    return command;
}

void ActionForm::clear()
{
    m_who->clear();
    m_minutes->clear();
    m_question->setChecked(false);
    clearFields();
}

ChangeForm::ChangeForm(const models::WorkQuestions &ask, Theme &theme, QWidget *parent)
    : WorkForm(u"changeForm"_s, tr("Propose a change"), ask, theme, parent)
{
    addLine(u"changeWhat"_s, tr("What is to be changed"), tr("In one sentence: roll back to 1.2.2."));
    m_kind = makeChoice(u"changeKind"_s, tr("Kind of change"), tr("The process has rules for some kinds of change."));
    m_risk = makeChoice(u"changeRisk"_s, tr("Risk"), tr("How risky the change is."));
    for (QComboBox *choice : {m_kind, m_risk}) {
        const bool kind = choice == m_kind;
        choice->addItem(kind ? tr("Any kind") : tr("Risk not known"), QString());
        for (const QString &value : kind ? ask.changeKinds() : ask.changeRisks())
            choice->addItem(value, value);
        choice->setVisible(choice->count() > 1);
    }
    addPair(m_kind, m_risk);
    m_staged = addCheck(u"changeStaged"_s, tr("In stages"), tr("The change reaches a few first, such as a canary, then all."));
}

void ChangeForm::adapt()
{
    askFields();
}

QString ChangeForm::missing() const
{
    return hasText() ? QString() : tr("Say what is to be changed.");
}

Command ChangeForm::command() const
{
    Command command;
    command.verb = Verb::Change;
    command.args = {{u"text"_s, said()}};
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            command.args.insert(key, value);
    };
    add(u"kind"_s, m_kind->currentData().toString());
    add(u"risk"_s, m_risk->currentData().toString());
    if (m_staged->isChecked())
        command.args.insert(u"staged"_s, true);
    if (const QJsonObject fields = fieldValues(); !fields.isEmpty())
        command.args.insert(u"fields"_s, fields);
    return command;
}

void ChangeForm::clear()
{
    m_kind->setCurrentIndex(0);
    m_risk->setCurrentIndex(0);
    m_staged->setChecked(false);
    clearFields();
}

PollForm::PollForm(const models::WorkQuestions &ask, Theme &theme, QWidget *parent)
    : WorkForm(u"pollForm"_s, tr("Any strong objections?"), ask, theme, parent)
{
    addLine(u"pollWhat"_s, tr("What you are about to do"), tr("In one sentence: fail over to region B."));
    m_time = makeLine(u"pollSeconds"_s, tr("Seconds to answer"), tr("How long everybody has to object: 30 for seconds, or 2m."));
    m_asked = new QLabel(this);
    m_asked->setObjectName(u"pollAsked"_s);
    m_asked->setTextFormat(Qt::PlainText);
    m_asked->setWordWrap(true);
    addPair(m_asked, m_time);
    m_time->setText(u"30"_s);
}

void PollForm::adapt()
{
    const QStringList asked = questions().asked();
    m_asked->setText(asked.isEmpty() ? tr("Nobody else holds a role, so nobody is asked by name.")
                                     : tr("Asked: %1").arg(asked.join(u", "_s)));
    m_asked->setToolTip(m_asked->text());
}

QString PollForm::missing() const
{
    if (!hasText())
        return tr("Say what you are about to do.");
    return typedSpanUs(m_time->text(), Span::seconds(1).us) ? QString() : tr("Type the seconds: 30.");
}

Command PollForm::command() const
{
    Command command;
    command.verb = Verb::Poll;
    command.args = {{u"text"_s, said()}};
    if (const auto due = typedSpanUs(m_time->text(), Span::seconds(1).us))
        command.args.insert(u"dueUs"_s, *due);
    return command;
}

void PollForm::clear()
{
    m_time->setText(u"30"_s);
}

ReasonForm::ReasonForm(const models::WorkQuestions &ask, Theme &theme, QWidget *parent)
    : WorkForm(u"reasonForm"_s, {}, ask, theme, parent)
{
    m_deed = makeChoice(u"reasonDeed"_s, tr("What they said or did"), tr("What is recorded as theirs."));
    addField(m_deed);
    m_words = addLine(u"reasonWords"_s, tr("In a few words"), tr("Enter records it; Esc goes back and keeps what you typed."));
    m_who = addSaidBy(u"reasonWho"_s);
}

ReasonForm::~ReasonForm()
{
    keepNow();
}

QString ReasonForm::subject() const
{
    return m_ref + u'/' + (m_deed->isHidden() ? domain::verbSpec(m_verb).name.toString() : anothers);
}

ReasonForm::Draft ReasonForm::current() const
{
    const QString deed = m_deed->isHidden() ? QString() : domain::verbSpec(verb()).name.toString();
    return {title(), m_words->text(), m_who->text(), deed, mark()};
}

QJsonObject ReasonForm::kept() const
{
    QJsonObject kept;
    const auto add = [&kept](const QString &id, const Draft &draft) {
        const QJsonObject values{{u"words"_s, draft.words}, {u"who"_s, draft.who}, {u"deed"_s, draft.deed}};
        if (!draft.isEmpty())
            kept.insert(id, draftOf(draft.title, values, draft.mark));
    };
    for (auto it = m_drafts.begin(); it != m_drafts.end(); ++it)
        add(it.key(), it.value());
    if (!m_ref.isEmpty())
        add(subject(), current());
    return kept;
}

void ReasonForm::restore(const QJsonObject &kept)
{
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        const QJsonObject draft = it.value().toObject();
        const QJsonObject values = draft.value(u"values"_s).toObject();
        // The panel's other forms have a word for their subject.
        if (it.key().contains(u'/') && !m_drafts.contains(it.key()) && it.key() != subject())
            m_drafts.insert(it.key(), {draft.value(u"title"_s).toString(), values.value(u"words"_s).toString(),
                                       values.value(u"who"_s).toString(), values.value(u"deed"_s).toString(),
                                       draft.value(u"mark"_s).toString()});
    }
    emit waitingChanged();
}

void ReasonForm::dropDraft(const QString &id)
{
    m_drafts.remove(id);
    if (id == subject()) {
        m_words->clear();
        m_who->clear();
        setMark({});
    }
    keepLater();
    emit waitingChanged();
}

Verb ReasonForm::verb() const
{
    return m_deed->isHidden() ? m_verb : Verb(m_deed->currentData().toInt());
}

void ReasonForm::turnTo(const QString &ref, Verb verb, const QString &question)
{
    m_drafts.insert(subject(), current());
    m_deed->setHidden(verb != Verb::Note);
    m_verb = verb;
    m_ref = ref;
    setTitle(question);
    const Draft draft = m_drafts.take(subject());
    setMark(draft.mark);
    m_deedWanted = draft.deed;
    m_words->setText(draft.words);
    m_who->setText(draft.who);
}

void ReasonForm::beginFor(Verb verb, const QString &ref, const QString &question)
{
    turnTo(ref, verb, question);
    m_words->setAccessibleName(question);
    begin();
    m_words->setFocus(Qt::ShortcutFocusReason);
}

void ReasonForm::beginForAnother(const QString &ref, const QList<QPair<Verb, QString>> &deeds)
{
    turnTo(ref, Verb::Note, tr("Another person's word about %1").arg(ref));
    m_words->setAccessibleName(tr("In a few words"));
    m_deed->clear();
    for (const auto &[deed, text] : deeds)
        m_deed->addItem(text, int(deed));
    if (const auto deed = domain::verbFromWord(m_deedWanted))
        m_deed->setCurrentIndex(std::max(0, m_deed->findData(int(*deed))));
    begin();
    m_who->setFocus(Qt::ShortcutFocusReason);
}

void ReasonForm::beginOnBehalf(Verb verb, const QString &ref, const QString &question, const QString &who)
{
    turnTo(ref, verb, question);
    begin();
    if (m_who->text().isEmpty() && questions().persons().contains(who, Qt::CaseInsensitive))
        m_who->setText(who);
    m_who->setFocus(Qt::ShortcutFocusReason);
    m_who->selectAll();
}

// Not every deed takes words; what was typed stays for the next that does.
void ReasonForm::adapt()
{
    m_words->setVisible(takesWords(verb()));
    m_words->setPlaceholderText(needsWords(verb()) ? tr("In a few words") : tr("In a few words, or nothing"));
    m_who->setPeople(questions().persons(), questions().profile());
}

void ReasonForm::clear()
{
    m_who->clear();
}

QString ReasonForm::missing() const
{
    return needsWords(verb()) && !hasText() ? tr("Say it in a few words first.") : QString();
}

Command ReasonForm::command() const
{
    const Verb deed = verb();
    Command command;
    command.verb = deed;
    command.by = m_who->by();
    command.args = {{u"ref"_s, m_ref}};
    const bool asWhy = deed == Verb::Fail || deed == Verb::Cancel || deed == Verb::Refuse || deed == Verb::PollObject;
    if (hasText() && takesWords(deed))
        command.args.insert(asWhy ? u"why"_s : u"text"_s, said());
    return command;
}

} // namespace fireline::views
