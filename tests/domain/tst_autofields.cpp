// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/autofields.h"

#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

class TestAutoFields : public QObject
{
    Q_OBJECT
private slots:
    void namesTheChannel_data();
    void namesTheChannel();
    void fillsWhatATemplateNames();
    void asksForWhatAFieldIs();
};

namespace {

IncidentState burning()
{
    IncidentState state;
    state.id = u"0194a1b2-0000-7000-8000-000000abcdef"_s;
    state.title = u"Checkout is down!"_s;
    state.declaredAt = *Instant::fromRfc3339(u"2025-01-02T03:04:05Z"_s);
    state.systems.insert(u"pagerduty.channel"_s, {u"inc-4711"_s, state.declaredAt, false});
    return state;
}

} // namespace

void TestAutoFields::namesTheChannel_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::newRow("fixed") << u"incident-room"_s << u"#incident-room"_s;
    QTest::newRow("date and slug") << u"incident-{date}-{slug}"_s << u"#incident-2025-01-02-checkout-is-down"_s;
    QTest::newRow("id") << u"incident-{id}"_s << u"#incident-abcdef"_s;
    QTest::newRow("what a system made") << u"{system/pagerduty.channel}"_s << u"#inc-4711"_s;
    QTest::newRow("none") << QString() << QString();
}

void TestAutoFields::namesTheChannel()
{
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    Process process;
    if (!pattern.isEmpty())
        process.systems.insert(u"slack"_s, {{u"channel"_s, pattern}});
    const IncidentState state = burning();
    QCOMPARE(channelName({state, process, state.declaredAt}), name);
}

void TestAutoFields::fillsWhatATemplateNames()
{
    Process process;
    process.phases = {{u"triage"_s, u"Triage"_s, {}, {}, {}, false, 1}};
    FormRule form;
    form.rule.id = u"f"_s;
    form.target = {RecordKind::Sitrep, {}};
    form.text = u"{title}: {phase}, {alerts.firing} alerts, {cause}"_s;
    process.forms.append(form);
    const IncidentState state = burning();
    const RuleContext context{state, process, state.declaredAt};
    RecordAtHand record;
    record.target = u"sitrep"_s;
    record.fields = filledFields(record, context);
    QCOMPARE(renderedText(record, context), u"Checkout is down!: Triage, 0 alerts, (not stated)"_s);
}

void TestAutoFields::asksForWhatAFieldIs()
{
    // A declared field is the person's to state, even where a fact has the same name.
    Process process;
    process.fields = {{u"calendar"_s, u"Calendar entry"_s, FieldType::Text, {}, 0, {}, 1}};
    const IncidentState state = burning();
    const RuleContext context{state, process, state.declaredAt};
    QVERIFY(autoField(u"calendar"_s, {u"ticket"_s, {}, {}, {}}, context).isUndefined());
    process.fields.clear();
    QVERIFY(!autoField(u"calendar"_s, {u"ticket"_s, {}, {}, {}}, context).isUndefined());
}

QTEST_APPLESS_MAIN(TestAutoFields)
#include "tst_autofields.moc"
