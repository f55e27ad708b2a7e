// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "entry/entryfield.h"
#include "entry/quickentry.h"

#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace fireline::views {

void QuickEntry::addActions(ActionRegistry &registry)
{
    const auto whyNot = [this] { return m_readOnly; };
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &key, const QString &line,
                         const QString &icon) {
        registry.add(
            {id, text, help, u"entry"_s, icon, {QKeySequence(key)}}, [this, line] { prepare(line); }, whyNot);
    };
    registry.add(
        {u"entry.focus"_s,
         tr("Go to quick entry"),
         tr("Puts the cursor into the line in which everything is recorded."),
         u"entry"_s,
         u"edit"_s,
         {QKeySequence(u"Ctrl+L"_s)}},
        [this] { m_field->setFocus(Qt::ShortcutFocusReason); }, whyNot);
    add(u"entry.severity"_s, tr("Set the severity"), tr("Says how bad it is."), u"Ctrl+Shift+L"_s, u"/severity "_s,
        u"severity"_s);
}

} // namespace fireline::views
