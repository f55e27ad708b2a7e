// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook.h"
#include "playbooks/playbooktext.h"

namespace fireline::test {

/// A playbook as the folder would give it: read by the real parser, its pieces for the model.
struct SamplePlaybook
{
    explicit SamplePlaybook(const QByteArray &markdown, const QString &path = QStringLiteral("/p/orders.md"))
    {
        process::PlaybookReading reading = process::readPlaybook(markdown, path);
        if (!reading.playbook)
            qFatal("%s", qPrintable(reading.findings.value(0).toText()));
        list = reading.playbook->toList();
        text.listId = list.rule.id;
        text.title = reading.playbook->title;
        text.tags = reading.playbook->tags;
        text.symptoms = reading.playbook->symptoms;
        text.path = path;
        for (const process::PlaybookPart &part : reading.parts)
            text.pieces.append({models::playbooks::Part(int(part.kind)), part.text, part.level, part.step, part.line, false});
    }

    domain::ListRule list;
    models::PlaybookText text;
};

inline const QByteArray ordersPlaybook =
    "---\nid: orders\ntitle: Orders stand still\ntags: [orders-db, queue]\nstart: {alert.type: "
    "orders}\n---\n## Look\n1. See `top -b` and `df -h`\n2. Count the locks\n\n```\nselect 1;\n"
    "```\n\n## Mend\n- End the session\n";

inline const QByteArray cachePlaybook = "---\nid: cache\ntitle: The cache is cold\ntags: [cache]\n---\nWarm words.\n- Fill it\n";

} // namespace fireline::test
