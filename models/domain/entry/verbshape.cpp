// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/verbshape.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

/// Spells a shape as it reads: Shape(Verb::Fail).ref().text(u"why", required).
class Shape
{
public:
    explicit Shape(Verb verb) { m_shape.verb = verb; }
    operator VerbShape() const { return m_shape; }

    Shape &position(Position p)
    {
        m_shape.positions.append(std::move(p));
        return *this;
    }
    Shape &ref() { return position({.kind = Position::Kind::Ref, .key = u"ref"_s}); }
    Shape &maybeRef() { return position({.kind = Position::Kind::Ref, .key = u"ref"_s, .required = false}); }
    Shape &who(bool many = false) { return position({.kind = Position::Kind::Who, .key = u"who"_s, .many = many}); }
    Shape &id(IdKind ids, bool required = true) { return word(u"id"_s, ids, required); }
    Shape &word(const QString &key, IdKind ids = IdKind::None, bool required = true)
    {
        return position({.kind = Position::Kind::Id, .key = key, .required = required, .ids = ids});
    }
    Shape &item() { return position({.kind = Position::Kind::Item, .key = u"item"_s}); }
    Shape &choice(const QString &key, const QStringList &choices)
    {
        return position({.kind = Position::Kind::Choice, .key = key, .choices = choices});
    }
    Shape &time(bool future) { return position({.kind = Position::Kind::Time, .key = u"timeUs"_s, .future = future}); }
    Shape &duration() { return position({.kind = Position::Kind::Duration, .key = u"spanUs"_s}); }

    Shape &text(const QString &key = u"text"_s)
    {
        m_shape.tail.text = key;
        return *this;
    }
    Shape &needText(const QString &key = u"text"_s)
    {
        m_shape.tail.textRequired = true;
        return text(key);
    }
    Shape &why() { return text(u"why"_s); }
    Shape &needWhy() { return needText(u"why"_s); }
    Shape &fields(const QStringList &colonKeys = {})
    {
        m_shape.tail.fields = true;
        m_shape.tail.colonKeys = colonKeys;
        return *this;
    }
    Shape &needFields()
    {
        m_shape.tail.fieldsRequired = true;
        return fields();
    }
    Shape &due()
    {
        m_shape.tail.due = true;
        return *this;
    }
    Shape &needDue()
    {
        m_shape.tail.dueRequired = true;
        return due();
    }
    Shape &revisit()
    {
        m_shape.tail.revisit = true;
        return *this;
    }
    Shape &file()
    {
        m_shape.tail.file = true;
        return *this;
    }
    Shape &needFile()
    {
        m_shape.tail.fileRequired = true;
        return file();
    }
    Shape &hypothesis()
    {
        m_shape.tail.hypothesis = true;
        return *this;
    }
    Shape &replaces()
    {
        m_shape.tail.replaces = true;
        return *this;
    }
    Shape &via()
    {
        m_shape.tail.via = true;
        return *this;
    }
    Shape &last(const QString &word)
    {
        m_shape.tail.last = word;
        return *this;
    }
    Shape &something()
    {
        m_shape.wantsSomething = true;
        return *this;
    }

private:
    VerbShape m_shape;
};

QList<VerbShape> peopleShapes()
{
    using K = Position::Kind;
    return {
        Shape(Verb::Declare).needText().fields(),
        Shape(Verb::Withdraw).needWhy(),
        Shape(Verb::Confirm).choice(u"real"_s, {u"real"_s, u"false"_s}).why(),
        Shape(Verb::Begin),
        Shape(Verb::Claim),
        Shape(Verb::Role).position({.kind = K::WhoOrDash, .key = u"who"_s}).id(IdKind::Role).text(),
        Shape(Verb::Severity).id(IdKind::Severity).why(),
        Shape(Verb::Phase).id(IdKind::Phase).why(),
        Shape(Verb::Impact).needText(),
        Shape(Verb::Flag).id(IdKind::Flag).why(),
        Shape(Verb::Unflag).id(IdKind::Flag).why(),
        Shape(Verb::CheckIn).who(true).text(),
        Shape(Verb::Page).who(true).why(),
        Shape(Verb::Notify).who(true).text(),
        Shape(Verb::Escalate)
            .position({.kind = K::WhoOrId, .key = u"id"_s, .required = false, .many = true, .ids = IdKind::Ladder})
            .why(),
        Shape(Verb::AnswerRung).id(IdKind::Ladder).item().text(),
        Shape(Verb::SkipRung).id(IdKind::Ladder).item().needWhy(),
        Shape(Verb::Handover).who().id(IdKind::Role, false),
        Shape(Verb::Able),
        Shape(Verb::Shadow),
        Shape(Verb::Sitrep).text().fields().file(),
        Shape(Verb::Handing).text(),
        Shape(Verb::IHaveCommand).text(),
        Shape(Verb::Decline).why(),
        Shape(Verb::Takeover).needWhy(),
        Shape(Verb::Resolve).text().fields(),
        Shape(Verb::Reopen).needWhy(),
        Shape(Verb::Close).text().fields(),
        Shape(Verb::AdoptProcess).needFile().needWhy(),
        Shape(Verb::Restrict).who(true).why(),
        Shape(Verb::AddMember).who(true).why(),
        Shape(Verb::RemoveMember).who(true).why(),
    };
}

QList<VerbShape> workShapes()
{
    const QStringList reportKeys{u"region"_s,         u"kind"_s,     u"symptom"_s, u"workspace"_s,
                                 u"workspace_type"_s, u"reporter"_s, u"ticket"_s};
    return {
        Shape(Verb::Alert).id(IdKind::None).text().fields(),
        Shape(Verb::AckAlert).ref(),
        Shape(Verb::SilenceAlert).ref().why(),
        Shape(Verb::ClearAlert).ref(),
        Shape(Verb::Report).needText().fields(reportKeys),
        Shape(Verb::Note).needText(),
        Shape(Verb::Finding).needText().fields(),
        Shape(Verb::Todo).needText(),
        Shape(Verb::Field).needFields(),
        Shape(Verb::Action).who(true).needText().due().fields(),
        Shape(Verb::Ask).who(true).needText().due(),
        Shape(Verb::Timer).needText().needDue(),
        Shape(Verb::Ack).ref().text(),
        Shape(Verb::Done).ref().text(),
        Shape(Verb::Fail).ref().needWhy(),
        Shape(Verb::Extend).ref().needDue().why(),
        Shape(Verb::Cancel).ref().why(),
        Shape(Verb::Hypothesis).needText(),
        Shape(Verb::TestHypothesis).ref().text(),
        Shape(Verb::ConfirmHypothesis).ref().text(),
        Shape(Verb::RuleOut).ref().why(),
        Shape(Verb::Change).needText().fields({u"kind"_s, u"risk"_s}).last(u"staged"_s),
        Shape(Verb::Approve).ref(),
        Shape(Verb::Refuse).ref().why(),
        Shape(Verb::Execute).ref(),
        Shape(Verb::VerifyChange).ref().text(),
        Shape(Verb::Breach).position({.kind = Position::Kind::RefOrId, .key = u"id"_s, .ids = IdKind::Rule}).needText(),
        Shape(Verb::Mitigation).id(IdKind::Option).text().fields().hypothesis().last(u"temporary"_s),
        Shape(Verb::MitigationResult).ref().choice(u"result"_s, {u"restored"_s, u"partial"_s, u"none"_s}).text(),
        Shape(Verb::Decision).needText().revisit().replaces().last(u"irreversible"_s),
        Shape(Verb::Poll).needText().due(),
        Shape(Verb::PollOk).ref(),
        Shape(Verb::PollObject).ref().needWhy(),
        Shape(Verb::PollClose).ref(),
    };
}

QList<VerbShape> recordShapes()
{
    return {
        Shape(Verb::Draft).id(IdKind::Target).word(u"state"_s, IdKind::State, false).text().fields().file(),
        Shape(Verb::Edit).ref().text().fields().file().something(),
        Shape(Verb::AskApproval).ref(),
        Shape(Verb::ApproveUpdate).ref(),
        Shape(Verb::Send).ref().via(),
        Shape(Verb::SendOutcome).ref().choice(u"outcome"_s, {u"sent"_s, u"unknown"_s, u"failed"_s}).why(),
        Shape(Verb::Reply).id(IdKind::Audience).text().fields().file(),
        Shape(Verb::Cadence).word(u"item"_s, IdKind::CadenceItem).duration(),
        Shape(Verb::Snooze).id(IdKind::Clock).duration().needWhy(),
        Shape(Verb::CheckItem).id(IdKind::List).item().text(),
        Shape(Verb::UncheckItem).id(IdKind::List).item(),
        Shape(Verb::SkipItem).id(IdKind::List).item().needWhy(),
        Shape(Verb::StartList).id(IdKind::List),
        Shape(Verb::GateConfirm).id(IdKind::Gate).item().why(),
        Shape(Verb::Override).id(IdKind::Rule).needWhy(),
        Shape(Verb::RootCause).needFields(),
        Shape(Verb::Correct).ref().needFields(),
        Shape(Verb::Retime).ref().time(false).why(),
        Shape(Verb::Retract).ref().needWhy(),
        Shape(Verb::Restore).ref().why(),
        Shape(Verb::Pin).ref(),
        Shape(Verb::Tag).ref(),
        Shape(Verb::Attach).needFile().text(),
        Shape(Verb::Snap).text(),
        Shape(Verb::ReviewEdit).id(IdKind::Review).text().fields().file().something(),
        Shape(Verb::Why).maybeRef().needText(),
        Shape(Verb::Factor).needText(),
        Shape(Verb::ActionItem).needText().fields(),
        Shape(Verb::ActionItemDone).ref().text(),
        Shape(Verb::Schedule).id(IdKind::Review).time(true),
        Shape(Verb::Held).id(IdKind::Review).text().fields(),
        Shape(Verb::CloseReview).id(IdKind::Review),
        Shape(Verb::System).id(IdKind::System).word(u"outcome"_s).fields(),
    };
}

} // namespace

const VerbShape &verbShape(Verb verb)
{
    static const QHash<Verb, VerbShape> shapes = [] {
        QHash<Verb, VerbShape> map;
        for (const QList<VerbShape> &group : {peopleShapes(), workShapes(), recordShapes()}) {
            for (const VerbShape &shape : group)
                map.insert(shape.verb, shape);
        }
        return map;
    }();
    static const VerbShape none{};
    const auto it = shapes.constFind(verb);
    return it == shapes.constEnd() ? none : *it;
}

const QStringList &impactWords()
{
    static const QStringList words{u"start"_s, u"end"_s, u"users"_s, u"cost"_s, u"regions"_s, u"spreading"_s, u"component"_s};
    return words;
}

const QStringList &entryFlags()
{
    static const QStringList words{u"handson"_s, u"internal"_s, u"key"_s, u"restricted"_s};
    return words;
}

} // namespace fireline::domain
