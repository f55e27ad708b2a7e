// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptstate.h"

#include "paneldrafts.h"

#include <QFile>

namespace fireline::window {

namespace {

constexpr qint64 longestKept = 1024 * 1024;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(longestKept) : QByteArray();
}

} // namespace

KeptLook readLook(const QString &stateDir, const QString &configDir)
{
    KeptLook look;
    look.snippets.emplace(configDir);
    if (stateDir.isEmpty())
        return look;
    look.layout = bytesOf(stateDir + layoutFile);
    look.filters = bytesOf(stateDir + filtersFile);
    look.recent = bytesOf(stateDir + recentFile);
    look.guideHidden = bytesOf(stateDir + guideFile) == "hidden";
    return look;
}

KeptWords readWords(const QString &stateDir, const QString &incident, const QString &path)
{
    if (stateDir.isEmpty())
        return {};
    const QString unopened = DraftKeeper::keyOf(path);
    return {DraftKeeper::left(stateDir, incident), DraftKeeper::left(stateDir, unopened).waiting,
            PanelDrafts::readAll(stateDir, incident), SentLines::left(stateDir, incident), SentLines::left(stateDir, unopened)};
}

} // namespace fireline::window
