// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "filledwindow.h"
#include "palette/actionprovider.h"
#include "palette/commandpalette.h"
#include "shell/messagebar.h"
#include "shell/perspectivelayouts.h"

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

/// The six perspectives: which panels they show where, and that the one to read has nothing to write with (ux 2.3).
class TestPerspectives : public QObject
{
    Q_OBJECT
private slots:
    void eachShowsItsPanels_data();
    void eachShowsItsPanels();
    void theObserverReadsTheReportAboveTheTimeline();
    void panelsThatAreNotThereArePassedOver();
    void theMostUrgentPanelStandsAbove();
    void aKeyOpensEach_data();
    void aKeyOpensEach();
    void theReviewIsOpenedFromThePalette();
    void theReaderHasNothingToWriteWith();
    void whatComesLaterIsAbsentToo();
    void theKeyOfWhatWritesIsAnswered();
    void writingComesBack();
    void aRoleIsFollowedUntilThePersonChooses();
    void theReviewIsKept();
};

void TestPerspectives::eachShowsItsPanels_data()
{
    QTest::addColumn<Perspective>("perspective");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QStringList>("right");
    QTest::newRow("command") << Perspective::Command << QStringList{u"checklist"_s, u"roles"_s}
                             << QStringList{u"actions"_s, u"decisions"_s};
    QTest::newRow("scribe") << Perspective::Scribe << QStringList{} << QStringList{u"people"_s};
    QTest::newRow("comms") << Perspective::Comms << QStringList{u"clocks"_s} << QStringList{u"status"_s};
    QTest::newRow("observer") << Perspective::Observer << QStringList{u"roles"_s} << QStringList{u"status"_s};
    QTest::newRow("drill") << Perspective::Drill << QStringList{u"drill"_s, u"roles"_s} << QStringList{u"actions"_s};
    QTest::newRow("after") << Perspective::After << QStringList{} << QStringList{u"review"_s};
}

void TestPerspectives::eachShowsItsPanels()
{
    QFETCH(Perspective, perspective);
    QFETCH(QStringList, left);
    QFETCH(QStringList, right);
    QList<PanelDescriptor> panels;
    for (const QString &id : {u"roles"_s, u"checklist"_s, u"actions"_s, u"decisions"_s, u"clocks"_s, u"status"_s, u"review"_s,
                              u"people"_s, u"drill"_s, u"metrics"_s})
        panels.append(named(id));
    const PanelLayout layout = deliveredLayout(perspective, panels);
    QCOMPARE(layout.places.size(), panels.size());
    QStringList atLeft;
    QStringList atRight;
    for (auto it = layout.places.cbegin(); it != layout.places.cend(); ++it) {
        if (it->shown)
            (it->area == PanelArea::Right ? atRight : atLeft).append(it.key());
    }
    QCOMPARE(atLeft, left);
    QCOMPARE(atRight, right);
    // The timeline is never narrower than a quarter of the window.
    QVERIFY(layout.leftShare + layout.rightShare <= 760);
}

void TestPerspectives::theObserverReadsTheReportAboveTheTimeline()
{
    const PanelLayout layout = deliveredLayout(Perspective::Observer, {named(u"roles"_s), named(u"sitrep"_s)});
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

void TestPerspectives::panelsThatAreNotThereArePassedOver()
{
    PanelDescriptor own = named(u"own"_s, PanelArea::Bottom);
    own.shownIn = {Perspective::Comms};
    const PanelLayout layout = deliveredLayout(Perspective::Comms, {own, named(u"roles"_s)});
    QCOMPARE(layout.places.size(), 2);
    QVERIFY(layout.places[u"own"_s].shown);
    QCOMPARE(layout.places[u"own"_s].area, PanelArea::Bottom);
    QVERIFY(!layout.places[u"roles"_s].shown);
}

void TestPerspectives::theMostUrgentPanelStandsAbove()
{
    QVERIFY(panelRank(u"roles"_s) < panelRank(u"checklist"_s));
    QVERIFY(panelRank(u"actions"_s) < panelRank(u"decisions"_s));
    QVERIFY(panelRank(u"decisions"_s) < panelRank(u"escalation"_s));
    QVERIFY(panelRank(u"metrics"_s) < panelRank(u"of somebody else"_s));
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

QTEST_MAIN(TestPerspectives)
#include "tst_perspectives.moc"
