// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace fireline::domain {

/// The translation context of everything the quick entry says to people.
class EntryTr
{
    Q_DECLARE_TR_FUNCTIONS(fireline::domain::Entry)
};

} // namespace fireline::domain
