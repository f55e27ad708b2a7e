// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/arbiterstate.h"

#include "arbiter/acts.h"
#include "core/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

char16_t lowered(QChar c)
{
    return c >= u'A' && c <= u'Z' ? char16_t(c.unicode() + 32) : c.unicode();
}

/// One accepted event on its way into the state. Lives for one fold.
struct Fold
{
    ArbiterState &state;
    const Event &event;
    const QJsonObject &body;
    const QString &login;
    bool adopted;

    [[nodiscard]] QString text(QStringView key) const { return body.value(key).toString(); }
    [[nodiscard]] QString author() const
    {
        if (!adopted)
            return login;
        return text(u"by").isEmpty() ? event.recordedBy : text(u"by");
    }
};

void vacate(const Fold &f, const QString &role, const QString &person)
{
    f.state.holders.removeIf(
        [&](const RoleHolder &h) { return h.role == role && (person.isEmpty() || sameWord(h.person, person)); });
}

void hold(const Fold &f, const QString &role, const QString &person)
{
    f.state.holders.removeIf([&](const RoleHolder &h) { return h.role == role && sameWord(h.person, person); });
    f.state.holders.append({role, person});
}

void endOffer(const Fold &f)
{
    if (f.state.offer && f.state.offer->role == f.text(u"role"))
        f.state.offer.reset();
}

void passOn(const Fold &f)
{
    endOffer(f);
    vacate(f, f.text(u"role"), f.text(u"from"));
    hold(f, f.text(u"role"), f.text(u"to"));
}

void foldRoles(const Fold &f)
{
    const QString &type = f.event.type;
    if (type == "role.taken"_L1 || type == "role.assigned"_L1) {
        if (const QString before = f.text(u"replaces"); !before.isEmpty())
            vacate(f, f.text(u"role"), before);
        hold(f, f.text(u"role"), f.text(u"person"));
    } else if (type == "role.left"_L1) {
        vacate(f, f.text(u"role"), f.text(u"person"));
    } else if (type == "handover.offered"_L1) {
        f.state.offer = OfferedRole{f.text(u"role"), f.text(u"from"), f.text(u"to")};
    } else if (type == "handover.accepted"_L1 || type == "command.takenOver"_L1) {
        passOn(f);
    } else if (type == "handover.declined"_L1 || type == "handover.expired"_L1) {
        endOffer(f);
    }
}

void addMember(const Fold &f, const QString &person)
{
    if (!person.isEmpty() && !hasWord(f.state.members, person))
        f.state.members.append(person);
}

void foldMembers(const Fold &f)
{
    if (f.event.type == "member.added"_L1)
        addMember(f, f.text(u"person"));
    if (f.event.type == "member.removed"_L1)
        f.state.members.removeIf([&](const QString &m) { return sameWord(m, f.text(u"person")); });
    if (f.event.type != "incident.restricted"_L1)
        return;
    f.state.isPrivate = true;
    const QJsonArray named = f.body.value(u"members").toArray();
    for (const QJsonValue &person : named)
        addMember(f, person.toString());
    addMember(f, f.login);
}

void foldLife(const Fold &f)
{
    const QString &type = f.event.type;
    if (type == "incident.declared"_L1) {
        f.state.declared = true;
        f.state.isPrivate = f.body.value(u"private").toBool();
        f.state.declarer = f.login;
        f.state.severity = f.text(u"severity");
        if (f.state.isPrivate)
            addMember(f, f.login);
    } else if (type == "severity.set"_L1) {
        f.state.severity = f.text(u"to");
    } else if (type == "phase.moved"_L1) {
        f.state.phase = f.text(u"to");
    } else if (type == "flag.set"_L1) {
        if (!f.state.flags.contains(f.text(u"flag")))
            f.state.flags.append(f.text(u"flag"));
    } else if (type == "flag.cleared"_L1) {
        f.state.flags.removeAll(f.text(u"flag"));
    } else if (type == "rule.overridden"_L1 && !f.adopted) {
        ++f.state.overrides[f.text(u"rule")];
    }
}

Paper *paper(const Fold &f, QStringView key)
{
    const auto it = f.state.papers.find(f.text(key));
    const bool isChange = key == u"change";
    return it == f.state.papers.end() || it->isChange != isChange ? nullptr : &*it;
}

void foldUpdate(const Fold &f)
{
    const QString &type = f.event.type;
    if (type == "update.drafted"_L1) {
        Paper drafted;
        drafted.author = f.author();
        drafted.audience = f.text(u"audience");
        drafted.hash = updateHash(f.body);
        f.state.papers.insert(f.event.id, drafted);
        return;
    }
    Paper *update = paper(f, u"update");
    if (!update)
        return;
    if (type == "update.edited"_L1)
        update->hash = updateHash(f.body);
    else if (type == "update.approvalAsked"_L1)
        update->asked = true;
    else if (type == "update.queued"_L1)
        update->queuedHash = update->hash;
    else if (type == "update.approved"_L1 && !f.adopted)
        update->consents.append({f.login, f.text(u"hash")});
}

void foldChange(const Fold &f)
{
    if (f.event.type == "change.proposed"_L1) {
        Paper change;
        change.isChange = true;
        change.author = f.author();
        change.hash = f.text(u"hash");
        change.kind = f.text(u"kind");
        change.risk = f.text(u"risk");
        change.staged = f.body.value(u"staged").toBool() ? u"true"_s : u"false"_s;
        f.state.papers.insert(f.event.id, change);
    } else if (f.event.type == "change.approved"_L1 && !f.adopted) {
        if (Paper *change = paper(f, u"change"))
            change->consents.append({f.login, f.text(u"hash")});
    }
}

QStringList loweredAndSorted(QStringList words)
{
    for (QString &word : words) {
        for (QChar &c : word)
            c = QChar(lowered(c));
    }
    words.sort();
    return words;
}

} // namespace

bool sameWord(QStringView a, QStringView b)
{
    return a.size() == b.size()
           && std::equal(a.begin(), a.end(), b.begin(), [](QChar x, QChar y) { return lowered(x) == lowered(y); });
}

bool hasWord(const QStringList &words, QStringView word)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &one) { return sameWord(one, word); });
}

QStringList ArbiterState::holdersOf(const QString &role) const
{
    QStringList people;
    for (const RoleHolder &holder : holders) {
        if (holder.role == role)
            people.append(holder.person);
    }
    return people;
}

bool ArbiterState::isMember(const QString &person) const
{
    return !isPrivate || hasWord(members, person);
}

QString updateHash(const QJsonObject &body)
{
    const auto bytes = toCanonicalJson({{u"target"_s, body.value(u"target").toString()},
                                        {u"state"_s, body.value(u"state").toString()},
                                        {u"fields"_s, body.value(u"fields").toObject()},
                                        {u"text"_s, body.value(u"free").toString()}});
    return bytes ? QString::fromLatin1(QCryptographicHash::hash(bytes.value(), QCryptographicHash::Sha256).toHex()) : QString();
}

void foldAccepted(ArbiterState &state, const Event &event, const QString &login, bool adopted,
                  const std::optional<AuthorityTable> &table)
{
    const QJsonObject body = event.body();
    if (!body.value(u"sha256").toString().isEmpty())
        state.evidence.insert(event.id);
    if (!isSound(event.type, body) || (body.contains(u"imported"_s) && event.type != "incident.declared"_L1))
        return;
    const QStringList before = loweredAndSorted(state.commanders());
    const Fold fold{state, event, body, login, adopted};
    if (table)
        state.table = *table;
    foldLife(fold);
    foldRoles(fold);
    foldMembers(fold);
    if (event.type.startsWith("update."_L1))
        foldUpdate(fold);
    if (event.type.startsWith("change."_L1))
        foldChange(fold);
    if (loweredAndSorted(state.commanders()) != before)
        ++state.term;
    const QJsonArray used = body.value(u"overrides").toArray();
    for (const QJsonValue &rule : used) {
        const auto it = state.overrides.find(rule.toString());
        if (it != state.overrides.end() && *it > 0)
            --*it;
    }
}

} // namespace fireline::domain
