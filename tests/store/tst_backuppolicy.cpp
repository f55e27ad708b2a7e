// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/backuppolicy.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;

class TestBackupPolicy : public QObject
{
    Q_OBJECT
private slots:
    void isDueHourly();
    void keepsTheNewest();
    void readsOnlyItsOwnNames();
};

void TestBackupPolicy::isDueHourly()
{
    const BackupPolicy policy;
    const Instant now = *Instant::fromRfc3339(u"2026-01-02T03:00:00Z"_s);
    QVERIFY(policy.isDue({}, now));
    QVERIFY(!policy.isDue(now, now));
    QVERIFY(!policy.isDue(now - Span::seconds(3599), now));
    QVERIFY(policy.isDue(now - Span::seconds(3600), now));
    QVERIFY(!policy.isDue(now + Span::seconds(10), now)); // the clock was set back a little
    QVERIFY(policy.isDue(now + Span::days(30), now));     // and here by a month
}

void TestBackupPolicy::keepsTheNewest()
{
    const BackupPolicy policy;
    const Instant start = *Instant::fromRfc3339(u"2026-01-01T20:00:00Z"_s);
    QStringList names;
    for (int hour = 0; hour < 7; ++hour)
        names.prepend(BackupPolicy::nameFor(u"a.fireline"_s, start + Span::hours(hour)));
    const QStringList foreign{u"a.fireline"_s, u"b.fireline.backup-20200101T000000Z"_s, u"a.fireline.backup-old"_s};
    QCOMPARE(policy.superfluous(u"a.fireline"_s, names + foreign), (QStringList{names[6], names[5]}));
    QCOMPARE(policy.superfluous(u"a.fireline"_s, names.first(5)), QStringList());
    QCOMPARE(policy.superfluous(u"a.fireline"_s, {}), QStringList());
}

void TestBackupPolicy::readsOnlyItsOwnNames()
{
    const Instant now = *Instant::fromRfc3339(u"2026-01-02T03:04:05Z"_s);
    const QString name = BackupPolicy::nameFor(u"a"_s, now);
    QCOMPARE(name, u"a.backup-20260102T030405Z"_s);
    QCOMPARE(BackupPolicy::timeOf(u"a"_s, name), std::optional(now));
    QVERIFY(!BackupPolicy::timeOf(u"b"_s, name));
    QVERIFY(!BackupPolicy::timeOf(u"a"_s, name + u".unfinished"_s));
    QVERIFY(!BackupPolicy::timeOf(u"a"_s, u"a.backup-20261302T030405Z"_s));
}

QTEST_APPLESS_MAIN(TestBackupPolicy)
#include "tst_backuppolicy.moc"
