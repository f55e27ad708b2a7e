// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/processwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

struct ProcessWords
{
    Q_DECLARE_TR_FUNCTIONS(ProcessWords)
};

} // namespace

QString processName(const domain::Process &process)
{
    return ProcessWords::tr("%1 (%2)", "title and id of a process").arg(process.title, process.id);
}

QString processSummary(const domain::Process &process)
{
    QStringList sentences;
    sentences.append(process.owner.isEmpty() ? ProcessWords::tr("Version %1.").arg(process.version)
                                             : ProcessWords::tr("Version %1, owned by %2.").arg(process.version, process.owner));
    if (process.status == domain::ProcessStatus::Draft)
        sentences.append(ProcessWords::tr("It is a draft."));
    if (process.status == domain::ProcessStatus::Retired)
        sentences.append(ProcessWords::tr("It is retired."));
    if (!process.audience.isEmpty())
        sentences.append(ProcessWords::tr("It is for: %1.").arg(process.audience));
    sentences.append(ProcessWords::tr("%n phases.", nullptr, int(process.phases.size())));
    return sentences.join(u' ');
}

} // namespace fireline::views
