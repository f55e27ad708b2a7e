// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statusremarks.h"

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

/// What is missing by its name in the form, not by how it is typed in quick entry.
void nameMissing(domain::Publishing &said, const QList<models::StatusField> &fields)
{
    QStringList missing;
    for (const models::StatusField &field : fields) {
        if (field.missing)
            missing.append(field.name);
    }
    const auto isMissing = [](const domain::Notice &notice) { return notice.code == "field-missing"_L1; };
    // With several forms it is not known here which of them wants what.
    if (missing.isEmpty() || std::count_if(said.notices.begin(), said.notices.end(), isMissing) != 1)
        return;
    const int more = int(missing.size()) - mostNamed;
    QString &text = std::find_if(said.notices.begin(), said.notices.end(), isMissing)->text;
    text = more <= 0 ? Text::tr("missing: %1").arg(missing.join(u", "_s))
                     : Text::tr("missing: %1, and %n more", nullptr, more).arg(missing.mid(0, mostNamed).join(u", "_s));
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

QString statedWords(const StatusPage &page)
{
    QStringList stated;
    for (const models::StatusField &field : page.fields)
        stated.append(page.words.fields.value(field.id));
    stated.append(page.words.free);
    return stated.join(u'\n');
}

} // namespace fireline::views
