// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/incidentregister.h"
#include "storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QTest>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;

class TestRegister : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void remembersIncidents();
    void replacesWhatItKnew();
    void findsEarlierFirings();
    void knowsWhenSomethingWasLastHeld();
    void rebuildsAllOrNothing();
    void isSharedByProcesses();
    void beginsAnewWhenDamagedOrOld_data();
    void beginsAnewWhenDamagedOrOld();
    void refusesAForeignDatabase();

private:
    [[nodiscard]] std::unique_ptr<IncidentRegister> opened() const
    {
        auto outcome = IncidentRegister::open(m_path, m_now);
        return outcome.ok() ? std::move(outcome).value() : nullptr;
    }
    [[nodiscard]] IncidentSummary summary(int number) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Instant m_now{1700000000000000};
};

void TestRegister::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"share/fireline/register.sqlite"_s);
}

IncidentSummary TestRegister::summary(int number) const
{
    IncidentSummary summary;
    summary.path = u"/incidents/%1.fireline"_s.arg(number);
    summary.id = u"id-%1"_s.arg(number);
    summary.title = u"Incident %1"_s.arg(number);
    summary.process = u"p"_s;
    summary.severity = number % 2 ? u"SEV1"_s : QString();
    summary.rank = number % 2;
    summary.phase = u"Phase %1"_s.arg(number);
    summary.declared = m_now + Span::hours(number);
    summary.withdrawn = number == 1 ? m_now : Instant();
    summary.changed = m_now + Span::hours(number) + Span::minutes(5);
    summary.drill = number == 3;
    summary.openClocks = {QJsonObject{{u"id"_s, u"review"_s}}};
    summary.firings = {{u"disk-full"_s, m_now + Span::hours(number)}};
    summary.held = {{u"p"_s, u"drill"_s, m_now + Span::days(number)}};
    return summary;
}

void TestRegister::remembersIncidents()
{
    {
        const auto known = opened();
        QVERIFY(known->isFresh());
        QCOMPARE(known->incidents().value().size(), 0);
        for (int number : {1, 3, 2})
            QVERIFY(known->remember(summary(number)).ok());
        QCOMPARE(QFileInfo(m_path).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
    }
    const auto known = opened();
    QVERIFY(!known->isFresh());
    const auto list = known->incidents().value();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0].title, u"Incident 3"_s);
    QCOMPARE(list[0].drill, true);
    QCOMPARE(list[1].severity, QString());
    QCOMPARE(list[2].declared, m_now + Span::hours(1));
    QVERIFY(!list[2].resolved.isSet());
    QCOMPARE(list[2].openClocks, summary(1).openClocks);
    QCOMPARE(list[2].rank, 1);
    QCOMPARE(list[2].phase, u"Phase 1"_s);
    QCOMPARE(list[2].withdrawn, m_now);
    QCOMPARE(list[2].changed, summary(1).changed);
    auto touched = summary(1);
    touched.changed = m_now + Span::days(2);
    QVERIFY(known->remember(touched).ok());
    QCOMPARE(known->incidents().value().first().title, u"Incident 1"_s); // the newest change comes first
}

void TestRegister::replacesWhatItKnew()
{
    const auto known = opened();
    QVERIFY(known->remember(summary(1)).ok());
    auto changed = summary(1);
    changed.title = u"Now resolved"_s;
    changed.resolved = m_now + Span::hours(5);
    changed.firings.clear();
    QVERIFY(known->remember(changed).ok());
    QCOMPARE(known->incidents().value().size(), 1);
    QCOMPARE(known->incidents().value()[0].resolved, changed.resolved);
    QCOMPARE(known->firings(u"disk-full"_s, m_now + Span::days(9), 9).value().size(), 0);
    QVERIFY(known->forget(changed.path).ok());
    QCOMPARE(known->incidents().value().size(), 0);
    QVERIFY(!known->lastHeld(u"p"_s, u"drill"_s).value().has_value());
}

void TestRegister::findsEarlierFirings()
{
    const auto known = opened();
    for (int number : {1, 2, 3})
        QVERIFY(known->remember(summary(number)).ok());
    const auto found = known->firings(u"disk-full"_s, m_now + Span::hours(3), 9).value();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].incident, u"id-2"_s);
    QCOMPARE(found[1].at, m_now + Span::hours(1));
    QCOMPARE(known->firings(u"other"_s, m_now + Span::days(9), 9).value().size(), 0);
    QCOMPARE(known->firings(u"disk-full"_s, m_now + Span::days(9), 1).value().size(), 1);
}

void TestRegister::knowsWhenSomethingWasLastHeld()
{
    const auto known = opened();
    for (int number : {2, 3, 1})
        QVERIFY(known->remember(summary(number)).ok());
    QCOMPARE(known->lastHeld(u"p"_s, u"drill"_s).value(), std::optional(m_now + Span::days(3)));
    QVERIFY(!known->lastHeld(u"p"_s, u"process-review"_s).value().has_value());
    QVERIFY(!known->lastHeld(u"q"_s, u"drill"_s).value().has_value());
}

void TestRegister::rebuildsAllOrNothing()
{
    const auto known = opened();
    QVERIFY(known->remember(summary(1)).ok());
    QVERIFY(known->rebuild({summary(2), summary(3)}).ok());
    QVERIFY(!known->isFresh());
    QCOMPARE(known->incidents().value().size(), 2);
    auto broken = summary(4);
    broken.path = QString(); // a key must be there
    QVERIFY(!known->rebuild({summary(1), broken}).ok());
    QCOMPARE(known->incidents().value().size(), 2);
}

void TestRegister::isSharedByProcesses()
{
    const auto one = opened();
    const auto other = opened();
    QVERIFY(one && other);
    QVERIFY(one->remember(summary(1)).ok());
    QVERIFY(other->remember(summary(2)).ok());
    QCOMPARE(one->incidents().value().size(), 2);
}

void TestRegister::beginsAnewWhenDamagedOrOld_data()
{
    QTest::addColumn<bool>("garbage");
    QTest::newRow("garbage") << true;
    QTest::newRow("another version") << false;
}

void TestRegister::beginsAnewWhenDamagedOrOld()
{
    QFETCH(bool, garbage);
    QVERIFY(opened()->remember(summary(1)).ok());
    if (garbage) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
    } else {
        QVERIFY(runSql(m_path, "PRAGMA user_version=77"));
    }
    const auto known = opened();
    QVERIFY(known && known->isFresh());
    QCOMPARE(known->incidents().value().size(), 0);
    QVERIFY(known->remember(summary(2)).ok());
    const auto aside = QDir(QFileInfo(m_path).path()).entryList({u"*.damaged-*"_s});
    QCOMPARE(aside.size(), garbage ? 1 : 0);
}

void TestRegister::refusesAForeignDatabase()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QVERIFY(runSql(m_path, "CREATE TABLE incidents(a)"));
    const auto before = snapshot(QFileInfo(m_path).path());
    QCOMPARE(IncidentRegister::open(m_path, m_now).problem().code, u"foreign-file"_s);
    QVERIFY(snapshot(QFileInfo(m_path).path()) == before);
}

QTEST_APPLESS_MAIN(TestRegister)
#include "tst_register.moc"
