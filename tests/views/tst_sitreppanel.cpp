// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "memoryfeed.h"
#include "sitrep/sitreppanel.h"
#include "sitrep/situationtext.h"

#include <QApplication>
#include <QClipboard>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::views;
using fireline::test::MemoryFeed;

namespace {

struct Bench
{
    explicit Bench(const QString &process, const QString &severity) : feed(process, severity), situation(feed)
    {
        QObject::connect(&situation, &SituationText::changed, panel, &SitrepPanel::setText);
        QObject::connect(panel, &SitrepPanel::readChanged, &situation, &SituationText::setRead);
        panel->addActions(actions);
        window.setCentralWidget(panel);
    }
    QPlainTextEdit *text() { return panel->findChild<QPlainTextEdit *>(u"sitrep.text"_s); }

    MemoryFeed feed;
    SituationText situation;
    QMainWindow window;
    ActionRegistry actions{&window};
    SitrepPanel *panel = new SitrepPanel;
};

} // namespace

/// The situation report follows the record while it is read, and only then.
class TestSitrepPanel : public QObject
{
    Q_OBJECT
private slots:
    void followsTheRecord_data();
    void followsTheRecord();
    void isNotWrittenUnread();
    void isCopiedByKey();
};

void TestSitrepPanel::followsTheRecord_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("level");
    QTest::newRow("sre") << u"sre-directorate"_s << u"SEV1"_s << u"SEV1"_s;
    QTest::newRow("help desk") << u"helpdeskflow"_s << QString() << u"not yet assessed"_s;
}

void TestSitrepPanel::followsTheRecord()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, level);
    Bench b(process, severity);
    b.window.show();
    QVERIFY2(b.text()->toPlainText().contains(level), qPrintable(b.text()->toPlainText()));
    QVERIFY(!b.text()->toPlainText().contains(u"restart pod A"_s));
    QVERIFY(b.feed.line(u"/claim"_s));
    QVERIFY(b.feed.line(u"/action @bo restart pod A +10m"_s));
    QVERIFY(b.text()->toPlainText().contains(u"restart pod A"_s));
    const QString before = b.text()->toPlainText();
    b.feed.advance(Span::minutes(2));
    QVERIFY2(b.text()->toPlainText() != before, "its time is that of the minute");
}

void TestSitrepPanel::isNotWrittenUnread()
{
    Bench b(u"sre-directorate"_s, u"SEV1"_s);
    QSignalSpy written(&b.situation, &SituationText::changed);
    QVERIFY(b.feed.line(u"a note"_s));
    QCOMPARE(written.count(), 0);
    b.window.show();
    QCOMPARE(written.count(), 1);
    b.window.hide();
    QVERIFY(b.feed.line(u"/action @bo restart pod A +10m"_s));
    QCOMPARE(written.count(), 1);
    QVERIFY(!b.actions.whyNot(u"sitrep.copy"_s).isEmpty());
}

void TestSitrepPanel::isCopiedByKey()
{
    Bench b(u"sre-directorate"_s, u"SEV1"_s);
    b.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&b.window));
    b.panel->firstFocus()->setFocus();
    QTest::keyClick(b.panel->firstFocus(), Qt::Key_Tab);
    auto *button = b.panel->findChild<QPushButton *>(u"sitrep.copyButton"_s);
    QCOMPARE(QApplication::focusWidget(), button);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), b.text()->toPlainText());
}

QTEST_MAIN(TestSitrepPanel)
#include "tst_sitreppanel.moc"
