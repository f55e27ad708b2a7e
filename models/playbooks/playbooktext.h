// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbooks/playbooksroles.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::models {

/// One piece of a playbook in its order. A value.
struct PlaybookPiece
{
    playbooks::Part part = playbooks::Text;
    QString text;
    int level = 0;
    int step = 0; ///< 1-based; 0: none
    int line = 0;
    bool plain = false; ///< as it stands, no Markdown

    bool operator==(const PlaybookPiece &) const = default;
};

/// A playbook as the folder of them has it, read and parsed. A value; any thread.
struct PlaybookText
{
    QString listId; ///< empty where it cannot be used
    QString title;
    QStringList tags;
    QStringList symptoms;
    QString path;
    bool builtIn = false;
    QList<PlaybookPiece> pieces;
    QStringList problems; ///< place, what is wrong and what to do, one sentence or two each

    bool operator==(const PlaybookText &) const = default;
};

} // namespace fireline::models
