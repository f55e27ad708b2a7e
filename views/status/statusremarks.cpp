// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statusremarks.h"

#include "rules/judge.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::StatusPage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StatusRemarks)
};

// The form marks each of them.
constexpr int mostNamed = 3;

bool isMissing(const domain::Notice &notice)
{
    return notice.code == "field-missing"_L1;
}

/// By its name in the form, not by how it is typed in quick entry; empty where nothing is missing.
QString missingText(const QList<models::StatusField> &fields)
{
    QStringList missing;
    for (const models::StatusField &field : fields) {
        if (field.missing)
            missing.append(field.name);
    }
    const int more = int(missing.size()) - mostNamed;
    return missing.isEmpty() ? QString()
           : more <= 0       ? Text::tr("missing: %1").arg(missing.join(u", "_s))
                             : Text::tr("missing: %1, and %n more", nullptr, more).arg(missing.mid(0, mostNamed).join(u", "_s));
}

void nameMissing(domain::Publishing &said, const QList<models::StatusField> &fields)
{
    const QString missing = missingText(fields);
    // With several forms it is not known here which of them wants what.
    if (!missing.isEmpty() && std::count_if(said.notices.begin(), said.notices.end(), isMissing) == 1)
        std::find_if(said.notices.begin(), said.notices.end(), isMissing)->text = missing;
}

/// Where the words say of components what is not known here.
void addComponents(domain::Publishing &said, const StatusPage &page)
{
    if (!page.componentsAsKnown || page.words.saysNothing())
        return;
    const QString &known = *page.componentsAsKnown;
    domain::Notice notice;
    notice.effect = domain::RuleEffect::Warn;
    notice.code = u"components"_s;
    notice.text = known.isEmpty() ? Text::tr("The board of components says that all of them work.")
                                  : Text::tr("The board of components says: %1.").arg(known);
    said.notices.append(notice);
}

} // namespace

domain::Publishing statusRemarks(const StatusPage &page)
{
    domain::Publishing said = page.publishing;
    if (page.words.saysNothing()) {
        said.notices.removeIf([](const domain::Notice &n) {
            return n.code == "field-missing"_L1 || n.code == "field-invalid"_L1 || n.code == "lint"_L1;
        });
    }
    nameMissing(said, page.fields);
    addComponents(said, page);
    return said;
}

QString namedWhyNot(const QString &why, const StatusPage &page)
{
    const QString missing = missingText(page.fields);
    const domain::Publishing &said = page.publishing;
    const bool isNew = page.words.saysNothing() && page.id.isEmpty() && !said.keptInside;
    const domain::Notice *refused = domain::firstRefusal(said.notices);
    if (why.isEmpty() || missing.isEmpty() || !(isNew || (refused && isMissing(*refused) && refused->text == why)))
        return why;
    return isNew ? Text::tr("%1 Still %2", "nothing is written yet, what is missing").arg(why, missing)
                 : Text::tr("Not sent – %1", "what is missing").arg(missing);
}

QString statedWords(const StatusPage &page)
{
    QStringList stated;
    for (const models::StatusField &field : page.fields)
        stated.append(page.words.fields.value(field.id));
    stated.append(page.words.free);
    return stated.join(u'\n');
}

} // namespace fireline::views
