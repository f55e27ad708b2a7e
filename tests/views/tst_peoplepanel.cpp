// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "memoryfeed.h"
#include "people/peoplemodel.h"
#include "people/peoplepanel.h"
#include "theme/theme.h"

#include <QAction>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::models;
using namespace fireline::views;
using fireline::test::MemoryFeed;

/// The names beside the scribe: Enter types one.
class TestPeoplePanel : public QObject
{
    Q_OBJECT
private slots:
    void enterTypesTheWord();
    void withoutASelectionTheCommandSaysWhyNot();
};

void TestPeoplePanel::enterTypesTheWord()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    PeopleModel model(feed);
    Theme theme;
    QMainWindow window;
    auto *panel = new PeoplePanel(&model, theme);
    window.setCentralWidget(panel);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy asked(panel, &PeoplePanel::wordRequested);
    panel->firstFocus()->setFocus();
    QTest::keyClicks(panel->firstFocus(), u"@ic"_s);
    QTest::keyClick(panel->firstFocus(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toString(), u"@ic"_s);
}

void TestPeoplePanel::withoutASelectionTheCommandSaysWhyNot()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    PeopleModel model(feed);
    Theme theme;
    QMainWindow window;
    ActionRegistry actions(&window);
    auto *panel = new PeoplePanel(&model, theme);
    panel->addActions(actions);
    window.setCentralWidget(panel);
    QVERIFY(!actions.whyNot(u"people.use"_s).isEmpty());
    window.show();
    panel->firstFocus()->setFocus();
    QTest::keyClick(panel->firstFocus(), Qt::Key_Down);
    QVERIFY(actions.whyNot(u"people.use"_s).isEmpty());
}

QTEST_MAIN(TestPeoplePanel)
#include "tst_peoplepanel.moc"
