// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace fireline::views {

/// One line of the command palette. A value.
struct PaletteItem
{
    QString text;                   ///< translated; an object's own words for "#"
    QString detail = {};            ///< shown at the end of the line: its key, a time
    QString whyNot = {};            ///< translated; empty where it can be done
    QList<int> marks = {};          ///< characters of the text that fit the pattern, rising
    QString replacement = {};       ///< the palette stays open with this in its field, instead of doing anything
    std::function<void()> run = {}; ///< after the palette closed and the keyboard is back where it was
};

/// Something that the palette finds: commands, objects, people, times. GUI thread; outlives the palette.
class PaletteProvider
{
public:
    PaletteProvider() = default;
    virtual ~PaletteProvider();
    Q_DISABLE_COPY_MOVE(PaletteProvider)

    /// "#", "@", ":", "?"; empty for commands.
    [[nodiscard]] virtual QString prefix() const = 0;
    /// What is found behind the prefix, for help and as hint in the empty field: "Actions, decisions and hypotheses".
    [[nodiscard]] virtual QString title() const = 0;
    /// The best first; `pattern` is without the prefix and without blanks at its ends.
    [[nodiscard]] virtual QList<PaletteItem> items(const QString &pattern) const = 0;
};

} // namespace fireline::views
