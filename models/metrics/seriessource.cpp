// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriessource.h"

#include <QCoreApplication>

namespace fireline::models {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeriesSource)
};

} // namespace

QString SeriesSource::called() const
{
    const QString own = name();
    return own.isEmpty() || own == place() ? place() : Text::tr("“%1”", "a name that somebody gave").arg(own);
}

} // namespace fireline::models
