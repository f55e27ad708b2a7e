// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feedlines.h"
#include "rows.h"
#include "status/audiencesmodel.h"
#include "status/statusdesk.h"
#include "status/updatesmodel.h"

#include <QAbstractItemModelTester>

namespace fireline::test {

using namespace Qt::StringLiterals;

/// Both lists of the status panel and the desk between them, over a live incident.
struct StatusModelsRig
{
    explicit StatusModelsRig(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s,
                             bool isPrivate = false)
        : feed(process, severity, u"ana"_s, isPrivate)
        , audiences(feed)
        , updates(feed)
        , audiencesTester(&audiences, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , updatesTester(&updates, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , desk(feed)
    {
    }
    void done(const QString &line) { does(feed, {line}); }
    bool carryOut(const std::optional<domain::Command> &command) { return command && feed.execute(*command); }
    QVariant of(const QString &target, int role) const
    {
        return findRow(audiences, {{models::status::TargetRole, target}}).data(role);
    }
    QVariant latest(int role) const { return updates.index(0).data(role); }
    const models::StatusPage &page() const { return desk.page(); }
    QStringList rules() const
    {
        QStringList ids;
        for (const domain::Notice &notice : page().publishing.notices)
            ids.append(notice.rule);
        return ids;
    }
    void fillPublic()
    {
        desk.setTarget(u"update/public"_s);
        desk.setField(u"summary"_s, u"Checkout fails for some users"_s);
        desk.setField(u"components"_s, u"Payments (partial outage)"_s);
        desk.setField(u"next_update"_s, u"+30m"_s);
    }

    MemoryFeed feed;
    models::AudiencesModel audiences;
    models::UpdatesModel updates;
    QAbstractItemModelTester audiencesTester;
    QAbstractItemModelTester updatesTester;
    models::StatusDesk desk;
};

} // namespace fireline::test
