// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sectionwriter.h"

#include "state/entryword.h"
#include "state/incidentstate.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::domain {

SectionWriter sectionWriter(const QString &section, const QString &text, const IncidentState &state)
{
    // A section that was emptied is told by its name alone.
    const QString said = text.trimmed().isEmpty() ? section : valueText(QJsonObject{{section, text}}).trimmed();
    for (auto entry = state.entries.crbegin(); entry != state.entries.crend(); ++entry) {
        if (entry->type != "review.edited"_L1)
            continue;
        if (entry->text.contains(said))
            return {entry->actor, entry->at};
    }
    return {};
}

} // namespace fireline::domain
