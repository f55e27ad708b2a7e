// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/componentstate.h"

#include "state/closedwords.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

const QString lead = u"component/"_s;

} // namespace

QString componentField(const QString &name)
{
    return lead + name;
}

QString componentName(const QString &field)
{
    return field.startsWith(lead) ? field.mid(lead.size()) : QString();
}

const QStringList &componentWords()
{
    static const QStringList words{u"operational"_s, u"degraded performance"_s, u"partial outage"_s, u"major outage"_s,
                                   u"under maintenance"_s};
    return words;
}

QString componentWord(const QString &written)
{
    const QString start = written.simplified().toLower();
    if (start.isEmpty())
        return {};
    if (start == "maintenance"_L1)
        return componentWords().last();
    for (const QString &word : componentWords()) {
        if (word.startsWith(start))
            return word;
    }
    return {};
}

QString impactName(const QString &field)
{
    const QString name = componentName(field);
    return name.isEmpty() ? closedWord(field) : name;
}

} // namespace fireline::domain
