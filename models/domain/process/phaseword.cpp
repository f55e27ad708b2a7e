// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/phaseword.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

/// "Recovery" of "7 Recovery"; the name itself where it has no number.
QString withoutNumber(const QString &name)
{
    const qsizetype blank = name.indexOf(u' ');
    const bool isNumber = blank > 0 && std::all_of(name.begin(), name.begin() + blank, [](QChar c) { return c.isDigit(); });
    return isNumber ? name.sliced(blank + 1) : name;
}

/// The whole name, or its first words.
bool begins(const QString &name, const QString &word)
{
    return name.compare(word, Qt::CaseInsensitive) == 0 || name.startsWith(word + u' ', Qt::CaseInsensitive);
}

} // namespace

const PhaseDef *phaseMeant(const Process &process, const QString &word)
{
    const QString words = word.simplified();
    const QString id = QString(words).remove(u' ');
    if (id.isEmpty())
        return nullptr;
    const PhaseDef *found = nullptr;
    for (const PhaseDef &phase : process.phases) {
        if (phase.id.compare(id, Qt::CaseInsensitive) == 0)
            return &phase;
        if (!phase.id.endsWith(id, Qt::CaseInsensitive) && !begins(phase.name, words)
            && !begins(withoutNumber(phase.name), words))
            continue;
        if (found)
            return nullptr;
        found = &phase;
    }
    return found;
}

QString behindPhaseName(const PhaseDef &phase, const QString &word, const QString &text)
{
    const QString typed = word + u' ' + text;
    for (const QString &name : {phase.name, withoutNumber(phase.name)}) {
        if (word.size() < name.size() && begins(typed, name))
            return typed.sliced(name.size()).trimmed();
    }
    return text;
}

} // namespace fireline::domain
