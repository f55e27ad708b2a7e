// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/inverse.h"
#include "linegen.h"
#include "rig.h"
#include "visiblestate.h"

#include <QTest>

using namespace fireline::conformance;
using namespace fireline::domain;
using namespace fireline::domain::test;
using namespace Qt::StringLiterals;

/// Undo over anything that may be typed: what people see is as before, and the record has only grown.
class TestInverseProperties : public QObject
{
    Q_OBJECT
private slots:
    void undoneIsAsBefore_data();
    void undoneIsAsBefore();
};

namespace {

QList<Event> since(const ConformanceRig &rig, qsizetype count)
{
    return rig.events().sliced(count);
}

} // namespace

void TestInverseProperties::undoneIsAsBefore_data()
{
    QTest::addColumn<QString>("processId");
    for (const QString &id : {u"community-hub"_s, u"helpdeskflow"_s, u"nine-step"_s, u"severity-ladder"_s, u"sre-directorate"_s})
        QTest::newRow(qPrintable(id)) << id;
}

void TestInverseProperties::undoneIsAsBefore()
{
    QFETCH(QString, processId);
    int undone = 0;
    int redone = 0;
    QVERIFY(rc::check(qPrintable(processId), [&] {
        ConformanceRig rig(processId);
        const QString severity = rig.process().severities.at(*rc::gen::inRange<qsizetype>(0, rig.process().severities.size())).id;
        RC_PRE(rig.declare(u"ana"_s, severity, u"service=web"_s).ok);
        const int count = *rc::gen::inRange(1, 25);
        for (int i = 0; i < count; ++i) {
            const IncidentState before = rig.state();
            const qsizetype written = rig.events().size();
            const QString who = *rc::gen::elementOf(std::vector<QString>{u"ana"_s, u"bo"_s});
            const QString line = *anyLineFor(rig.process());
            rig.advance(Span::minutes(*rc::gen::inRange(0, 5)));
            if (!rig.line(who, line).ok)
                continue;
            const IncidentState between = rig.state();
            const qsizetype count2 = rig.events().size();
            const Inverse inverse = inverseOf(since(rig, written), {before, between, rig.process()});
            RC_ASSERT(!inverse.text.isEmpty());
            if (!inverse.possible())
                continue;
            const QList<Event> kept = rig.events();
            rig.advance(Span::seconds(2));
            const Answer answer = rig.decide(who, *inverse.command);
            RC_ASSERT(answer.code != u"usage"_s && answer.code != u"unknown"_s);
            if (!answer.ok)
                continue;
            ++undone;
            RC_LOG() << qPrintable(line);
            RC_ASSERT(rig.events().size() > kept.size());
            for (qsizetype k = 0; k < kept.size(); ++k)
                RC_ASSERT(rig.events().at(k).id == kept.at(k).id && rig.events().at(k).payload == kept.at(k).payload);
            RC_ASSERT(visible(rig.state(), before.entries.size()) == visible(before, before.entries.size()));

            const Inverse redo = inverseOf(since(rig, count2), {between, rig.state(), rig.process()});
            RC_ASSERT(!redo.text.isEmpty());
            if (!redo.possible() || !rig.decide(who, *redo.command).ok)
                continue;
            ++redone;
            RC_ASSERT(visible(rig.state(), between.entries.size()) == visible(between, between.entries.size()));
        }
    }));
    QVERIFY2(undone > 50, "too few could be undone to say anything");
    QVERIFY2(redone > 20, "too few could be redone to say anything");
}

QTEST_APPLESS_MAIN(TestInverseProperties)
#include "tst_inverseproperties.moc"
