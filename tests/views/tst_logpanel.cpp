// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "log/logmodel.h"
#include "log/logpanel.h"
#include "memoryfeed.h"
#include "partnames.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::views;
using fireline::test::MemoryFeed;

namespace {

struct Bench
{
    Bench()
    {
        const qint64 all = feed.state().eventCount;
        QObject::connect(&model, &models::LogModel::pageWanted, &model, [this, all](qint64 after, int) {
            QList<Event> events;
            for (qint64 i = after + 1; i <= all; ++i) {
                Event event;
                event.id = u"id-%1"_s.arg(i);
                event.type = i == 1 ? u"incident.declared"_s : u"entry.posted"_s;
                event.recordedBy = u"Bo"_s;
                event.occurredAt = *Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s);
                event.recordedAt = event.occurredAt;
                event.device = u"console-7"_s;
                event.deviceSeq = i;
                event.payload = R"({"text":"number )" + QByteArray::number(i) + R"("})";
                event.hash = QByteArray(32, '\xab');
                event.prevHash = zeroHash();
                events.append(event);
            }
            model.take(after, events);
        });
        panel->addActions(actions);
        window.setCentralWidget(panel);
        window.resize(900, 500);
        window.show();
    }
    QTableView *table() { return panel->findChild<QTableView *>(u"logTable"_s); }
    QString details() { return panel->findChild<QPlainTextEdit *>(u"logDetails"_s)->toPlainText(); }
    QString state() { return panel->findChild<QLabel *>(u"logState"_s)->text(); }
    QPushButton *verify() { return panel->findChild<QPushButton *>(u"logVerify"_s); }

    MemoryFeed feed{u"community-hub"_s};
    models::LogModel model{feed};
    Theme theme;
    TimeDisplay times;
    QMainWindow window;
    ActionRegistry actions{&window};
    LogPanel *panel = new LogPanel(model, theme, times);
};

} // namespace

/// An auditor reads each event as it is stored, by key, and knows whether it is what was written.
class TestLogPanel : public QObject
{
    Q_OBJECT
private slots:
    void anEventIsReadByKey();
    void theWholeHashIsCopied();
    void verifyingIsTold();
    void whatGrewIsVerifiedAnew();
    void everythingHasAName();
};

void TestLogPanel::anEventIsReadByKey()
{
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QVERIFY(bench.details().startsWith(u"Select an event"_s));
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_Home, Qt::ControlModifier);
    QTRY_VERIFY2(bench.details().contains(u"\"text\": \"number 1\""_s), qPrintable(bench.details()));
    QVERIFY(bench.details().contains(QString::fromLatin1(QByteArray(32, '\xab').toHex())));
    QVERIFY(bench.details().contains(u"console-7"_s));
    QCOMPARE(bench.table()->currentIndex().siblingAtColumn(models::log::Type).data().toString(), u"incident.declared"_s);
}

void TestLogPanel::theWholeHashIsCopied()
{
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    bench.actions.refresh();
    QVERIFY(!bench.actions.whyNot(u"log.copyHash"_s).isEmpty());
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_Home, Qt::ControlModifier);
    QTRY_VERIFY(bench.details().contains(u"number 1"_s));
    bench.actions.refresh();
    QTest::keySequence(bench.table(), QKeySequence(u"Ctrl+C"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(QByteArray(32, '\xab').toHex()));
}

void TestLogPanel::verifyingIsTold()
{
    Bench bench;
    QSignalSpy verify(bench.panel, &LogPanel::verifyRequested);
    QSignalSpy exported(bench.panel, &LogPanel::exportRequested);
    QVERIFY(bench.state().contains(u"not verified yet"_s));
    QTest::keyClick(bench.verify(), Qt::Key_Space);
    QCOMPARE(verify.size(), 1);
    using State = LogVerification::State;
    bench.panel->setVerification({State::Running, {}, 0, {}});
    QVERIFY(!bench.verify()->isEnabled());
    const Instant at = *Instant::fromRfc3339(u"2025-03-04T09:30:00Z"_s);
    bench.panel->setVerification({State::Good, at, 12, {}});
    QVERIFY(bench.verify()->isEnabled());
    QVERIFY2(bench.state().startsWith(u"✓ "_s) && bench.state().contains(u"12 events"_s) && bench.state().contains(u"09:30"_s),
             qPrintable(bench.state()));
    bench.panel->setVerification({State::Bad, at, 12, u"Entry E3 does not match."_s});
    QVERIFY2(bench.state().startsWith(u"▲ "_s) && bench.state().contains(u"Entry E3"_s), qPrintable(bench.state()));
    bench.panel->setVerification({State::Failed, at, 0, u"The file is gone."_s});
    QVERIFY2(bench.state().contains(u"The file is gone."_s), qPrintable(bench.state()));
    bench.actions.action(u"log.verify"_s)->trigger();
    QCOMPARE(verify.size(), 2);
    bench.actions.action(u"file.exportLog"_s)->trigger();
    QCOMPARE(exported.size(), 1);
}

// What stands there is of now, and nothing is verified for nobody.
void TestLogPanel::whatGrewIsVerifiedAnew()
{
    using State = LogVerification::State;
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QSignalSpy verify(bench.panel, &LogPanel::verifyRequested);
    const Instant at = *Instant::fromRfc3339(u"2025-03-04T09:30:00Z"_s);
    bench.panel->setVerification({State::Good, at, bench.model.rowCount(), {}});
    QVERIFY2(!bench.state().contains(u"since"_s), qPrintable(bench.state()));
    QVERIFY(bench.feed.line(u"/note one more"_s));
    QVERIFY2(bench.state().contains(u"1 came since"_s), qPrintable(bench.state()));
    QTRY_COMPARE_WITH_TIMEOUT(verify.size(), 1, 20000);
    bench.panel->setVerification({State::Good, at, bench.model.rowCount(), {}});
    QVERIFY(!bench.state().contains(u"since"_s));
    bench.window.hide();
    QVERIFY(bench.feed.line(u"/note another"_s));
    QVERIFY(!bench.panel->findChild<QTimer *>()->isActive());
    bench.window.show();
    QTRY_COMPARE_WITH_TIMEOUT(verify.size(), 2, 20000);
}

void TestLogPanel::everythingHasAName()
{
    Bench bench;
    test::checkPartNames(*bench.panel);
}

QTEST_MAIN(TestLogPanel)
#include "tst_logpanel.moc"
