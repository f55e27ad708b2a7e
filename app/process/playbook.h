// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"
#include "process/condition.h"
#include "process/listrules.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::process {

/// One thing to do of a playbook.
struct PlaybookStep
{
    QString section; ///< heading it stands under: Symptoms, Investigation, Mitigation, Resolution, …
    QString text;
    QString run; ///< command to copy; may be empty
    int line = 0;
};

/// One piece of a playbook in its order, for who reads it. A value.
struct PlaybookPart
{
    enum class Kind {
        Heading,
        Text, ///< Markdown: paragraphs, tables, symptoms
        Step, ///< Markdown of a list item
        Code, ///< a block as it stands in the file
    };
    Kind kind = Kind::Text;
    QString text;
    int level = 0; ///< of a heading 1 to 6; of a step how deep its list is, 0 to 6
    int step = 0;  ///< 1-based, of a step and of its code; 0: none
    int line = 0;
};

/// A playbook written in Markdown (decisions 20, LAD-11). A value; any thread.
struct Playbook
{
    QString id;
    QString title;
    std::optional<domain::Cond> start; ///< offered when it holds; unset: never by itself
    QStringList tags;                  ///< what it is about: services, components; found by these, and suggested by them
    QStringList symptoms;
    QList<PlaybookStep> steps;
    QString replaces; ///< id of the built-in playbook that a user's file stands in for
    QString fileName;
    bool builtIn = false;

    /// The steps as a list of the kind that processes have (use: playbook, order: shown), its id being "playbook.ID".
    [[nodiscard]] domain::ListRule toList() const;
};

struct PlaybookReading
{
    std::optional<Playbook> playbook; ///< set exactly when there is no fault
    QList<PlaybookPart> parts;        ///< also of a file with faults, as far as it is text: it can still be read
    QList<Finding> findings;
};

/// Front matter between two lines "---" (id, title, start, tags, symptoms, replaces), then headings; list items become steps, code
/// blocks become the command of the step above, text under "Symptoms" becomes symptoms. Headings may also be written
/// "**Symptoms**: text". At most 256 KiB, 300 steps and 2,000 parts. Ids in `start` are not resolved: a playbook belongs to no
/// process. Letters that would turn the order of others around are replaced. Pure; never throws.
[[nodiscard]] PlaybookReading readPlaybook(const QByteArray &bytes, const QString &fileName);

} // namespace fireline::process
