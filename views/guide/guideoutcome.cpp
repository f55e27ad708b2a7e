// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guideoutcome.h"

#include "text/spantext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GuideOutcome)
};

} // namespace

QString scoreText(const GuideOutcome &outcome)
{
    QStringList sentences{Text::tr("It took %1.").arg(elapsedText(outcome.took))};
    if (outcome.late.isEmpty())
        sentences.append(Text::tr("Nothing ran late."));
    else
        sentences.append(Text::tr("%n things ran late: %1.", nullptr, int(outcome.late.size())).arg(outcome.late.join(u", "_s)));
    if (outcome.overrides == 0)
        sentences.append(Text::tr("No rule was overridden."));
    else
        sentences.append(Text::tr("Rules were overridden %n times.", nullptr, outcome.overrides));
    if (outcome.otherwise > 0)
        sentences.append(
            Text::tr("%n things went otherwise than the drill expects: its panel names them.", nullptr, outcome.otherwise));
    if (outcome.lateAllowed > 0 || outcome.overridesAllowed > 0)
        sentences.append(Text::tr("To pass, at most %1 may run late and %2 be overridden.")
                             .arg(QString::number(outcome.lateAllowed), QString::number(outcome.overridesAllowed)));
    return sentences.join(u' ');
}

} // namespace fireline::views
