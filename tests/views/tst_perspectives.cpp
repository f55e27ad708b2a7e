// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "filledwindow.h"
#include "palette/actionprovider.h"
#include "palette/commandpalette.h"
#include "shell/messagebar.h"
#include "shell/perspectivelayouts.h"
#include "shell/perspectives.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace fireline::test;

namespace {

PanelDescriptor named(const QString &id, PanelArea area = PanelArea::Left)
{
    return {id, id, {}, area, {}, {}, nullptr, nullptr};
}

} // namespace

/// The six perspectives: what panels they show where, and that the one to read has nothing to write with (ux 2.3).
class TestPerspectives : public QObject
{
    Q_OBJECT
private slots:
    void eachShowsThePanelsThatAskForIt_data();
    void eachShowsThePanelsThatAskForIt();
    void theObserverReadsTheReportAboveTheTimeline();
    void thePanelThatLeadsIsNamed();
    void drillsAloneHaveTheirs();
    void aKeyOpensEach_data();
    void aKeyOpensEach();
    void theReviewIsOpenedFromThePalette();
    void theReaderHasNothingToWriteWith();
    void whatComesLaterIsAbsentToo();
    void theKeyOfWhatWritesIsAnswered();
    void writingComesBack();
    void aRoleIsFollowedUntilThePersonChooses();
    void theReviewIsKept();
    void anotherIncidentOpensOnItsOwnPanels();
};

void TestPerspectives::eachShowsThePanelsThatAskForIt_data()
{
    QTest::addColumn<Perspective>("perspective");
    for (const Perspective each : allPerspectives)
        QTest::newRow(qPrintable(perspectiveKey(each))) << each;
}

void TestPerspectives::eachShowsThePanelsThatAskForIt()
{
    QFETCH(Perspective, perspective);
    PanelDescriptor wanted = named(u"wanted"_s, PanelArea::Bottom);
    wanted.shownIn = {perspective};
    PanelDescriptor other = named(u"other"_s, PanelArea::Right);
    for (const Perspective each : allPerspectives) {
        if (each != perspective)
            other.shownIn.append(each);
    }
    const PanelLayout layout = deliveredLayout(perspective, {wanted, other, named(u"nowhere"_s)});
    QCOMPARE(layout.places.size(), 3);
    QVERIFY(layout.places[u"wanted"_s].shown);
    QCOMPARE(layout.places[u"wanted"_s].area, PanelArea::Bottom);
    QVERIFY(!layout.places[u"other"_s].shown);
    QCOMPARE(layout.places[u"other"_s].area, PanelArea::Right);
    QVERIFY(!layout.places[u"nowhere"_s].shown);
    // The timeline is never narrower than a quarter of the window.
    QVERIFY(layout.leftShare + layout.rightShare <= 760);
}

void TestPerspectives::theObserverReadsTheReportAboveTheTimeline()
{
    PanelDescriptor sitrep = named(u"sitrep"_s, PanelArea::Right);
    sitrep.shownIn = {Perspective::Observer, Perspective::After};
    sitrep.areaIn = {{Perspective::Observer, PanelArea::Top}};
    QCOMPARE(deliveredLayout(Perspective::After, {sitrep}).places[u"sitrep"_s].area, PanelArea::Right);
    const PanelLayout layout = deliveredLayout(Perspective::Observer, {named(u"roles"_s), sitrep});
    QCOMPARE(layout.places[u"sitrep"_s].area, PanelArea::Top);
    QVERIFY(layout.places[u"sitrep"_s].shown);
    // Kept like the other places.
    LayoutState state;
    state.layouts.insert(Perspective::Observer, layout);
    state.layouts[Perspective::Observer].topShare = 420;
    QCOMPARE(LayoutState::fromBytes(state.toBytes()), std::optional(state));
    FilledWindow f;
    f.window.addPanels({f.panel(u"sitrep"_s, u"Situation report"_s, PanelArea::Top, {Perspective::Observer})});
    f.window.resize(1024, 700);
    f.show();
    f.window.setPerspective(Perspective::Observer);
    const auto top = [&f](const QWidget *widget) { return widget->mapTo(&f.window, QPoint(0, 0)).y(); };
    const QWidget *report = f.panels[u"sitrep"_s];
    QTRY_VERIFY(report->isVisible() && top(report) + report->height() <= top(f.timeline));
    QVERIFY(report->height() >= 60 && f.timeline->height() >= 60);
    f.window.docks().move(u"sitrep"_s, PanelArea::Right);
    QVERIFY(f.window.docks().visibleAt(PanelArea::Top).isEmpty());
}

void TestPerspectives::thePanelThatLeadsIsNamed()
{
    PanelDescriptor leads = named(u"leads"_s);
    leads.leads = {Perspective::Comms};
    QCOMPARE(leadingPanel(Perspective::Comms, {named(u"another"_s), leads}), u"leads"_s);
    QCOMPARE(leadingPanel(Perspective::Scribe, {named(u"another"_s), leads}), QString());
}

void TestPerspectives::drillsAloneHaveTheirs()
{
    FilledWindow f;
    f.show();
    const QString id = u"view.perspective.drill"_s;
    f.window.setIncidentTitle(u"SEV1"_s, u"Checkout fails"_s, false);
    f.window.actions().refresh();
    QVERIFY(!f.window.actions().action(id)->isEnabled());
    QVERIFY2(f.window.actions().whyNot(id).contains(u"no drill"_s), qPrintable(f.window.actions().whyNot(id)));
    QTest::keySequence(&f.window, QKeySequence(u"Ctrl+5"_s));
    QCOMPARE(f.window.perspective(), Perspective::Command);
    f.window.setIncidentTitle(u"SEV1"_s, u"Checkout fails"_s, true);
    f.window.actions().refresh();
    QTest::keySequence(&f.window, QKeySequence(u"Ctrl+5"_s));
    QCOMPARE(f.window.perspective(), Perspective::Drill);
    const QByteArray left = f.window.layoutState();
    f.window.setIncidentTitle(u"SEV1"_s, u"Checkout fails"_s, false);
    QCOMPARE(f.window.perspective(), Perspective::Command);
    QVERIFY(f.window.restorePanels(left));
    QCOMPARE(f.window.perspective(), Perspective::Command);
}

void TestPerspectives::aKeyOpensEach_data()
{
    QTest::addColumn<QKeySequence>("key");
    QTest::addColumn<Perspective>("perspective");
    const QList<Perspective> five{Perspective::Command, Perspective::Scribe, Perspective::Comms, Perspective::Observer,
                                  Perspective::Drill};
    const QString azerty = u"&é\"'("_s;
    for (qsizetype i = 0; i < five.size(); ++i) {
        QTest::addRow("Ctrl+%d", int(i) + 1) << QKeySequence(u"Ctrl+%1"_s.arg(i + 1)) << five.at(i);
        QTest::addRow("AZERTY %d", int(i) + 1) << QKeySequence(u"Ctrl+"_s + azerty.at(i)) << five.at(i);
    }
}

void TestPerspectives::aKeyOpensEach()
{
    QFETCH(QKeySequence, key);
    QFETCH(Perspective, perspective);
    FilledWindow f;
    f.window.setPerspective(perspective == Perspective::Scribe ? Perspective::Command : Perspective::Scribe);
    f.show();
    f.timeline->setFocus();
    QTest::keySequence(f.timeline, key);
    QCOMPARE(f.window.perspective(), perspective);
}

void TestPerspectives::theReviewIsOpenedFromThePalette()
{
    FilledWindow f;
    f.show();
    QTest::keySequence(f.entry, QKeySequence(u"Ctrl+K"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"after the incident"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(f.window.perspective(), Perspective::After);
}

void TestPerspectives::theReaderHasNothingToWriteWith()
{
    FilledWindow f;
    auto *layout = new QVBoxLayout(f.panels[u"roles"_s]);
    auto *writes = new QPushButton(u"Assign"_s);
    auto *reads = new QPushButton(u"Copy"_s);
    auto *field = new QLineEdit;
    markReading(*reads);
    for (QWidget *part : std::initializer_list<QWidget *>{writes, reads, field})
        layout->addWidget(part);
    f.window.actions().add({u"x.write"_s, u"Write it"_s, u"Writes."_s, u"incident"_s, {}, {}}, [] {});
    f.window.actions().add(reading({u"x.read"_s, u"Read it"_s, u"Reads."_s, u"entry"_s, {}, {}}), [] {});
    f.show();
    QVERIFY(writes->isVisible() && field->isVisible());
    QTest::keySequence(f.entry, QKeySequence(u"Ctrl+4"_s));
    QVERIFY(!f.entry->isVisible());
    QVERIFY(!writes->isVisible() && !field->isVisible() && reads->isVisible());
    QCOMPARE(QApplication::focusWidget(), f.timeline);
    QVERIFY(!f.window.actions().action(u"x.write"_s)->isVisible());
    QVERIFY(f.window.actions().action(u"x.read"_s)->isVisible());
    QVERIFY(f.window.palette().commands().items(u"Write it"_s).isEmpty());
    QCOMPARE(f.window.palette().commands().items(u"Read it"_s).size(), 1);
    QVERIFY(!f.window.menuBar()->findChild<QMenu *>(u"menu.incident"_s)->menuAction()->isVisible());
    QVERIFY(f.window.menuBar()->findChild<QMenu *>(u"menu.entry"_s)->menuAction()->isVisible());
}

void TestPerspectives::whatComesLaterIsAbsentToo()
{
    FilledWindow f;
    f.show();
    f.window.setPerspective(Perspective::Observer);
    auto *late = new QPushButton(u"Assign"_s, f.panels[u"roles"_s]);
    late->show();
    QVERIFY(!late->isVisible());
    QAction *action = f.window.actions().add({u"x.late"_s, u"Write it"_s, u"Writes."_s, u"incident"_s, {}, {}}, [] {});
    QVERIFY(!action->isVisible());
    f.window.setPerspective(Perspective::Command);
    QVERIFY(late->isVisible());
    QVERIFY(action->isVisible());
}

void TestPerspectives::theKeyOfWhatWritesIsAnswered()
{
    FilledWindow f;
    int done = 0;
    f.window.actions().add({u"x.write"_s, u"Write it"_s, u"Writes."_s, u"incident"_s, {}, {QKeySequence(u"Ctrl+Shift+D"_s)}},
                           [&] { ++done; });
    f.window.setPerspective(Perspective::Observer);
    f.show();
    f.timeline->setFocus();
    QTest::keySequence(f.timeline, QKeySequence(u"Ctrl+Shift+D"_s));
    QCOMPARE(done, 0);
    QCOMPARE(f.window.messages().count(), 1);
    QVERIFY(f.window.messages().messages().first().text.contains(u"only reads"_s));
    QTest::keySequence(f.timeline, QKeySequence(u"Ctrl+1"_s));
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+Shift+D"_s));
    QCOMPARE(done, 1);
}

void TestPerspectives::writingComesBack()
{
    FilledWindow f;
    auto *shown = new QPushButton(u"Assign"_s, f.panels[u"roles"_s]);
    auto *hidden = new QPushButton(u"Leave"_s, f.panels[u"roles"_s]);
    hidden->hide();
    f.show();
    f.window.setPerspective(Perspective::Observer);
    f.window.setPerspective(Perspective::Command);
    QVERIFY(shown->isVisible());
    QVERIFY(!hidden->isVisible());
    QVERIFY(f.entry->isVisible());
}

void TestPerspectives::aRoleIsFollowedUntilThePersonChooses()
{
    FilledWindow f;
    f.show();
    f.entry->setFocus();
    QVERIFY(f.window.followPerspective(Perspective::Scribe));
    QCOMPARE(f.window.perspective(), Perspective::Scribe);
    QCOMPARE(QApplication::focusWidget(), f.entry);
    QTest::keySequence(f.entry, QKeySequence(u"Ctrl+3"_s));
    QVERIFY(!f.window.followPerspective(Perspective::Command));
    QCOMPARE(f.window.perspective(), Perspective::Comms);
}

void TestPerspectives::theReviewIsKept()
{
    LayoutState state;
    state.current = Perspective::After;
    state.layouts.insert(Perspective::After, deliveredLayout(Perspective::After, {named(u"review"_s)}));
    QCOMPARE(LayoutState::fromBytes(state.toBytes()), std::optional(state));
}

// Panels stand where a person put them; what was in front was for the incident that was open then.
void TestPerspectives::anotherIncidentOpensOnItsOwnPanels()
{
    LayoutState kept;
    {
        FilledWindow f;
        f.show();
        f.window.docks().move(u"roles"_s, PanelArea::Bottom);
        f.window.docks().show(u"hypotheses"_s);
        f.window.setPerspective(Perspective::After);
        kept = *LayoutState::fromBytes(f.window.layoutState());
    }
    kept.incident = u"one"_s;
    QCOMPARE(LayoutState::fromBytes(kept.toBytes()), std::optional(kept));
    QVERIFY(kept.layouts[Perspective::Command].raised.contains(u"hypotheses"_s));
    QCOMPARE(kept.openedFor(u"one"_s, false), kept);
    QCOMPARE(kept.openedFor(u"two"_s, true).current, Perspective::After);
    FilledWindow f;
    QVERIFY(f.restore(kept.openedFor(u"two"_s, false).toBytes()));
    f.show();
    QCOMPARE(f.window.perspective(), Perspective::Command);
    QCOMPARE(f.window.dockWidgetArea(f.dock(u"roles"_s)), Qt::BottomDockWidgetArea);
    QVERIFY(f.inSight(u"status"_s));
    QVERIFY(!f.inSight(u"hypotheses"_s));
}

QTEST_MAIN(TestPerspectives)
#include "tst_perspectives.moc"
