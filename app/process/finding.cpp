// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::process {

QString Finding::toText() const
{
    QString place = file;
    if (line > 0)
        place += u':' + QString::number(line);
    if (line > 0 && column > 0)
        place += u':' + QString::number(column);
    QString all = place.isEmpty() ? text : place + u": "_s + text;
    if (!remedy.isEmpty())
        all += u' ' + remedy;
    return all;
}

QString gradeWord(Finding::Grade grade)
{
    switch (grade) {
    case Finding::Grade::Fault: return u"fault"_s;
    case Finding::Grade::Warning: return u"warning"_s;
    case Finding::Grade::Note: return u"note"_s;
    }
    return {};
}

bool hasFaults(const QList<Finding> &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(), [](const Finding &f) { return f.grade == Finding::Grade::Fault; });
}

} // namespace fireline::process
