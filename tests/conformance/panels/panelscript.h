// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace fireline::conformance {

class PanelRig;

/// One step of a row: a word, and what it is about. A value.
struct PanelStep
{
    int number = 0; ///< of its line in the file
    QString line;
};

/// How one row of a process document is seen and done in the window. A value.
struct PanelRow
{
    QString id;   ///< "SRE-15"
    QString says; ///< what the document asks for, in a few words
    QList<PanelStep> steps;
};

/// The rows of a file of this folder (README.md tells its words). A row that begins with "incident" has a window of its own;
/// what follows without one goes on in it, and belongs to the same row.
[[nodiscard]] QList<PanelRow> readPanelRows(const QString &path);
/// Whether the step reads what the window shows or has recorded.
[[nodiscard]] bool isQuestion(const PanelStep &step);
/// Empty where the step went as it stands there, else what was wrong.
[[nodiscard]] QString takeStep(PanelRig &rig, const PanelStep &step);

} // namespace fireline::conformance
