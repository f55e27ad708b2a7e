// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "aside/asidemodel.h"
#include "aside/asidepanel.h"
#include "partnames.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::views;
using fireline::models::AsideRow;

namespace {

const Instant At = *Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s);

QList<AsideRow> rows()
{
    return {{u"id-1"_s, At, u"ana"_s, u"ana takes the role IC"_s, u"Somebody else holds this role."_s, false},
            {u"id-2"_s, At + Span::minutes(1), u"bo"_s, u"pods restarted"_s, u"The server lost it."_s, false}};
}

struct Bench
{
    Bench()
    {
        panel->addActions(actions);
        window.setCentralWidget(panel);
        window.resize(900, 400);
        window.show();
    }
    QTableView *table() { return panel->findChild<QTableView *>(u"asideTable"_s); }
    QString head() { return panel->findChild<QLabel *>(u"asideHead"_s)->text(); }
    QPushButton *again() { return panel->findChild<QPushButton *>(u"asideAgain"_s); }

    models::AsideModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    Theme theme;
    TimeDisplay times;
    QMainWindow window;
    ActionRegistry actions{&window};
    AsidePanel *panel = new AsidePanel(model, theme, times);
};

} // namespace

/// What counts for nobody is found, read and entered again by key.
class TestAsidePanel : public QObject
{
    Q_OBJECT
private slots:
    void whatDoesNotCountIsListed();
    void whatIsSelectedIsEnteredAgain();
    void theListIsCopied();
    void everythingHasAName();
};

void TestAsidePanel::whatDoesNotCountIsListed()
{
    Bench bench;
    QVERIFY2(bench.head().startsWith(u"Everything in this file counts."_s), qPrintable(bench.head()));
    bench.model.setRows(rows());
    QVERIFY2(bench.head().contains(u"2 entries"_s), qPrintable(bench.head()));
    bench.table()->selectRow(1);
    QList<AsideRow> now = rows();
    now.first().isSettled = true;
    now.append({u"id-3"_s, At, u"cy"_s, u"another"_s, u"It had not been approved."_s, false});
    bench.model.setRows(now);
    QCOMPARE(bench.table()->currentIndex().data(models::aside::IdRole).toString(), u"id-2"_s); // what is read stays
    QVERIFY(bench.model.index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"It is dealt with."_s));
    now.removeFirst();
    bench.model.setRows(now);
    QCOMPARE(bench.model.rowCount(), 2);
}

void TestAsidePanel::whatIsSelectedIsEnteredAgain()
{
    Bench bench;
    bench.model.setRows(rows());
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QSignalSpy again(bench.panel, &AsidePanel::againRequested);
    QVERIFY(!bench.again()->isEnabled());
    bench.actions.refresh();
    QVERIFY(!bench.actions.whyNot(u"aside.again"_s).isEmpty());
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_End, Qt::ControlModifier);
    bench.actions.refresh();
    QTest::keyClick(bench.table(), Qt::Key_Return);
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().first().toString(), u"id-2"_s);
    QTest::keyClick(bench.again(), Qt::Key_Space);
    QCOMPARE(again.size(), 2);
}

void TestAsidePanel::theListIsCopied()
{
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    bench.actions.refresh();
    QVERIFY(!bench.actions.whyNot(u"aside.copy"_s).isEmpty());
    bench.model.setRows(rows());
    bench.table()->setFocus();
    bench.actions.refresh();
    QTest::keySequence(bench.table(), QKeySequence(u"Ctrl+C"_s));
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.first().contains(u"09:00"_s)
                 && lines.first().endsWith(u"ana\tana takes the role IC\tSomebody else holds this role."_s),
             qPrintable(lines.first()));
}

void TestAsidePanel::everythingHasAName()
{
    Bench bench;
    bench.model.setRows(rows());
    test::checkPartNames(*bench.panel);
}

QTEST_MAIN(TestAsidePanel)
#include "tst_asidepanel.moc"
