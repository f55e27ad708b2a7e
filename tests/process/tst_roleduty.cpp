// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/roleduty.h"

#include "processloader.h"

#include <QFile>
#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

/// What each role of the five processes is for, read from what the process says of it.
class TestRoleDuty : public QObject
{
    Q_OBJECT
private slots:
    void isRead_data();
    void isRead();
};

void TestRoleDuty::isRead_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("duty");
    const auto row = [](const char *process, const char *role, RoleDuty duty) {
        QTest::addRow("%s %s", process, role) << QString::fromLatin1(process) << QString::fromLatin1(role) << int(duty);
    };
    row("community-hub", "ir", RoleDuty::Commands);
    row("community-hub", "liaison", RoleDuty::Tells);
    row("community-hub", "tech_lead", RoleDuty::Other);
    row("helpdeskflow", "ic", RoleDuty::Commands);
    row("helpdeskflow", "comms_lead", RoleDuty::Tells);
    row("helpdeskflow", "support_liaison", RoleDuty::Other);
    row("nine-step", "ic", RoleDuty::Commands); // it may send updates too, and commands before all
    row("nine-step", "comms", RoleDuty::Tells);
    row("nine-step", "scribe", RoleDuty::Records);
    row("severity-ladder", "ic", RoleDuty::Commands);
    row("severity-ladder", "comms", RoleDuty::Tells);
    row("severity-ladder", "tech_lead", RoleDuty::Other);
    row("sre-directorate", "ic", RoleDuty::Commands);
    row("sre-directorate", "cl", RoleDuty::Tells);
    row("sre-directorate", "scribe", RoleDuty::Records);
    row("sre-directorate", "ol", RoleDuty::Other);
    row("sre-directorate", "no such role", RoleDuty::Other);
}

void TestRoleDuty::isRead()
{
    QFETCH(QString, process);
    QFETCH(QString, role);
    QFile file(u":/processes/%1.yaml"_s.arg(process));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto loaded = fireline::process::loadProcess(file.readAll(), file.fileName());
    QVERIFY(loaded.ok());
    QTEST(int(dutyOf(loaded.value(), role)), "duty");
}

QTEST_APPLESS_MAIN(TestRoleDuty)
#include "tst_roleduty.moc"
