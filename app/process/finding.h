// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace fireline::process {

/// One thing found in a file of process data, with its place and its remedy. A value; any thread.
struct Finding
{
    enum class Grade {
        Fault,   ///< the file cannot be used
        Warning, ///< it can, but something will not work as the author meant
        Note,    ///< for the owner to know: assumptions
    };
    Grade grade = Grade::Fault;
    QString code;   ///< stable word for programs, e.g. "unknown-key"
    QString text;   ///< what is wrong, translated
    QString remedy; ///< what to do, translated; may be empty
    QString rule;   ///< id of the rule it is about; may be empty
    QString file;
    int line = 0;   ///< from 1; 0: the whole file
    int column = 0; ///< from 1, in characters; 0: the whole line

    /// "helpdeskflow.yaml:12:5: text remedy"
    [[nodiscard]] QString toText() const;
};

[[nodiscard]] QString gradeWord(Finding::Grade grade);
[[nodiscard]] bool hasFaults(const QList<Finding> &findings);

} // namespace fireline::process
