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
    registry.add(
        {u"entry.focus"_s,
         tr("Go to quick entry"),
         tr("Puts the cursor into the line in which everything is recorded."),
         u"entry"_s,
         u"edit"_s,
         {QKeySequence(u"Ctrl+L"_s)}},
        [this] { m_field->setFocus(Qt::ShortcutFocusReason); }, whyNot);
    // What keys do in the field, for whoever has no keys: a screen reader's menus, a voice, a switch.
    registry.add(
        {u"entry.record"_s, tr("Record the line of quick entry"),
         tr("Does what the words under the line say (Enter in the line)."), u"entry"_s, u"ok"_s},
        [this] { submit(); }, whyNot);
    registry.add(
        {u"entry.recordPlain"_s, tr("Record the line as a note"),
         tr("Takes the line word for word, whatever it begins with (Ctrl+Return in the line)."), u"entry"_s, u"note"_s},
        [this] { submitPlain(); }, whyNot);
    registry.add(
        {u"entry.now"_s, tr("Set the line's time to now"),
         tr("It happened now and not when you began to type (Ctrl+Shift+Return in the line)."), u"entry"_s, u"clock"_s},
        [this] { stampNow(); }, whyNot);
    registry.add(
        {u"entry.saidBy"_s,
         tr("Said by somebody else"),
         tr("Names in front of the line whose word or deed it is; you stay the one who typed it."),
         u"entry"_s,
         u"person"_s,
         {QKeySequence(u"Ctrl+Shift+W"_s)}},
        [this] { nameSpeaker(); }, whyNot);
    registry.add(
        {u"entry.earlier"_s, tr("Earlier line"), tr("Brings the line before into quick entry (Ctrl+Up in the line)."), u"entry"_s,
         u"up"_s},
        [this] { walkHistory(true); }, whyNot);
    registry.add(
        {u"entry.later"_s, tr("Later line"), tr("Brings the line after into quick entry (Ctrl+Down in the line)."), u"entry"_s,
         u"down"_s},
        [this] { walkHistory(false); }, whyNot);
}

} // namespace fireline::views
