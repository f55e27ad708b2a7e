// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"
#include "timelinerig.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::views;
using Role = TimelineRole;
using fireline::test::keys;
using Bench = fireline::test::TimelineRig;

/// The timeline by key presses alone.
class TestTimelinePanel : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void lettersAskForWhatARowNeeds();
    void aLetterTypedElsewhereIsNoCommand();
    void noRowNoCommand();
    void enterOpensMachineEvents();
    void openingARunStaysAtItsHead();
    void enterOnARetractionGoesToWhatItNames();
    void compactRowsAreLower();
    void zoneSwitchesEverywhere();
    void staysAtTheEndElseCounts();
    void whatIsEnteredComesIntoSight();
    void focusDoesNotScrollAway();
    void menuHasTheRowsCommands();
    void spaceShowsVersions();
    void copiesInFourForms();
    void aDraftIsMarkedAsOne();
    void everythingFocusableHasANameAndAReason();

private:
    std::unique_ptr<Bench> m;
};

void TestTimelinePanel::init()
{
    m.reset();
    m = std::make_unique<Bench>();
    QVERIFY(QTest::qWaitForWindowActive(&m->window));
}

void TestTimelinePanel::lettersAskForWhatARowNeeds()
{
    const QString ref = m->said(u"pod \"A\" is down"_s);
    m->panel->goToEntry(ref);
    QSignalSpy entry(m->panel, &TimelinePanel::entryRequested);
    QSignalSpy command(m->panel, &TimelinePanel::commandRequested);
    keys(u"E"_s);
    QCOMPARE(entry.size(), 1);
    EntryContext context;
    context.now = m->feed.now();
    const ParsedEntry parsed = parseEntry(entry.at(0).at(0).toString(), context);
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.command.verb, Verb::Correct);
    QCOMPARE(parsed.command.text(u"ref"), ref);
    QCOMPARE(parsed.command.args.value(u"fields").toObject().value(u"text").toString(), u"pod \"A\" is down"_s);
    keys(u"R"_s);
    QCOMPARE(entry.at(1).at(0).toString(), u"#%1 "_s.arg(ref));
    keys(u"Del"_s);
    QCOMPARE(entry.at(2).at(0).toString(), u"/retract #%1 "_s.arg(ref));
    keys(u"Ins"_s);
    QCOMPARE(entry.at(3).at(0).toString(), u"09:00:01Z "_s);
    keys(u"P"_s);
    QCOMPARE(command.size(), 1);
    QVERIFY(m->feed.execute(command.at(0).at(0).value<Command>()));
    QVERIFY(m->list()->currentRow().data(int(Role::Pinned)).toBool());
    m->panel->goToEntry(m->said(u"/decision roll back"_s));
    keys(u"R"_s);
    QCOMPARE(entry.at(4).at(0).toString(), u"#D1 "_s);
}

void TestTimelinePanel::aLetterTypedElsewhereIsNoCommand()
{
    m->panel->goToEntry(m->said(u"pod A is down"_s));
    QSignalSpy entry(m->panel, &TimelinePanel::entryRequested);
    keys(u"Ctrl+Shift+F"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"er"_s);
    QCOMPARE(entry.size(), 0);
    QCOMPARE(m->find<QLineEdit>(u"timeline.filter"_s)->text(), u"er"_s);
}

void TestTimelinePanel::noRowNoCommand()
{
    m->list()->setCurrentIndex({});
    m->list()->clearSelection();
    m->registry.refresh();
    QVERIFY(!m->registry.whyNot(u"timeline.pin"_s).isEmpty());
    QSignalSpy command(m->panel, &TimelinePanel::commandRequested);
    keys(u"P"_s);
    QCOMPARE(command.size(), 0);
}

void TestTimelinePanel::enterOpensMachineEvents()
{
    for (const auto &thing : {u"slack.one"_s, u"slack.two"_s})
        QVERIFY(m->feed.execute({Verb::System, {}, {}, {{u"id"_s, thing}, {u"connector"_s, true}}}));
    const int head = m->filter.rowCount() - 1;
    m->list()->goToRow(head);
    QVERIFY(!m->registry.whyNot(u"timeline.pin"_s).isEmpty());
    keys(u"Return"_s);
    QCOMPARE(m->filter.rowCount(), head + 3);
    keys(u"Return"_s);
    QCOMPARE(m->filter.rowCount(), head + 1);
}

void TestTimelinePanel::openingARunStaysAtItsHead()
{
    for (int i = 0; i < 60; ++i)
        m->said(u"line %1"_s.arg(i));
    for (int i = 0; i < 40; ++i)
        QVERIFY(m->feed.execute({Verb::System, {}, {}, {{u"id"_s, u"slack.one"_s}, {u"connector"_s, true}}}));
    QVERIFY(m->list()->isAtEnd());
    const int head = m->filter.rowCount() - 1;
    m->list()->setCurrentIndex(m->filter.index(head));
    keys(u"Return"_s);
    QCOMPARE(m->filter.rowCount(), head + 41);
    QVERIFY(m->list()->visualRect(m->filter.index(head)).top() >= 0);
    QVERIFY(!m->find<QAbstractButton>(u"timeline.newer"_s)->isVisible()); // nothing of it is new
}

void TestTimelinePanel::enterOnARetractionGoesToWhatItNames()
{
    const QString ref = m->said(u"pod A is down"_s);
    m->said(u"something else"_s);
    m->feed.advance(Span::minutes(1));
    m->panel->goToEntry(m->said(u"/retract #%1 wrong"_s.arg(ref)));
    keys(u"Return"_s);
    QCOMPARE(m->currentText(), u"pod A is down"_s);
    QSignalSpy entry(m->panel, &TimelinePanel::entryRequested);
    keys(u"Del"_s); // takes the retraction back
    QCOMPARE(entry.at(0).at(0).toString(), u"/restore #%1 "_s.arg(ref));
}

void TestTimelinePanel::compactRowsAreLower()
{
    m->said(u"a note"_s);
    const int before = m->list()->rowHeight(0);
    m->panel->setCompact(true);
    QVERIFY(m->list()->rowHeight(0) < before);
    m->panel->setCompact(false);
    QCOMPARE(m->list()->rowHeight(0), before);
}

void TestTimelinePanel::zoneSwitchesEverywhere()
{
    QVERIFY(m->times.isUtc());
    auto *zone = m->find<QAbstractButton>(u"timeline.zone"_s);
    zone->setFocus();
    keys(u"Space"_s);
    QVERIFY(!m->times.isUtc());
    QCOMPARE(zone->text(), u"Local time"_s);
    m->times.setUtc(true); // by the window's key
    QCOMPARE(zone->text(), u"UTC"_s);
}

void TestTimelinePanel::staysAtTheEndElseCounts()
{
    for (int i = 0; i < 100; ++i)
        m->said(u"line %1"_s.arg(i));
    QVERIFY(m->list()->isAtEnd());
    auto *newer = m->find<QAbstractButton>(u"timeline.newer"_s);
    QVERIFY(!newer->isVisible());
    m->list()->goToRow(20);
    const QModelIndex above = m->list()->indexAt({5, 5});
    const QString top = above.data(int(Role::EventId)).toString();
    for (int i = 0; i < 3; ++i)
        m->said(u"new %1"_s.arg(i));
    QVERIFY(!m->list()->isAtEnd());
    QVERIFY(newer->isVisible());
    QCOMPARE(newer->text(), u"3 new"_s);
    m->said(u"09:00:03Z slipped in far above"_s);
    QCOMPARE(m->list()->indexAt({5, 5}).data(int(Role::EventId)).toString(), top);
    newer->click();
    QVERIFY(m->list()->isAtEnd());
    QVERIFY(!newer->isVisible());
}

void TestTimelinePanel::whatIsEnteredComesIntoSight()
{
    for (int i = 0; i < 80; ++i)
        m->said(u"news"_s);
    const auto entered = [this](const QString &line) {
        m->said(line);
        const QString id = m->feed.state().entries.last().eventId;
        m->panel->showEntered(id);
        return m->filter.index(m->filter.rowOf(id));
    };
    const auto isInSight = [this](const QModelIndex &row) {
        return m->list()->viewport()->rect().contains(m->list()->visualRect(row));
    };
    m->panel->goToEntry(u"E3"_s);
    const QString current = m->currentText();
    QVERIFY(isInSight(entered(u"what I wrote"_s)));
    QVERIFY(m->list()->isAtEnd());
    QCOMPARE(m->currentText(), current);
    // What happened earlier stands where it happened.
    const QModelIndex late = entered(u"09:00:05Z seen late"_s);
    QVERIFY(late.row() < m->filter.rowCount() - 20);
    QVERIFY(isInSight(late));
    QVERIFY(!m->list()->isAtEnd());
}

void TestTimelinePanel::focusDoesNotScrollAway()
{
    for (int i = 0; i < 100; ++i)
        m->said(u"line %1"_s.arg(i));
    m->find<QLineEdit>(u"timeline.filter"_s)->setFocus();
    m->list()->setCurrentIndex({});
    m->list()->goToEnd();
    m->list()->setFocus(Qt::TabFocusReason);
    QVERIFY(m->list()->isAtEnd());
    QCOMPARE(m->currentText(), u"line 99"_s);
}

void TestTimelinePanel::menuHasTheRowsCommands()
{
    m->panel->goToEntry(m->said(u"pod A is down"_s));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {5, 5}, m->panel->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(m->panel, &asked);
    const auto *menu = m->panel->findChild<QMenu *>();
    QVERIFY(menu);
    QStringList ids;
    for (const QAction *action : menu->actions())
        ids.append(action->objectName());
    for (const auto &id : {u"timeline.correct"_s, u"timeline.pin"_s, u"timeline.link"_s, u"timeline.retract"_s,
                           u"timeline.insert"_s, u"timeline.details"_s, u"timeline.copy"_s, u"timeline.gotoTime"_s})
        QVERIFY2(ids.contains(id), qPrintable(id));
}

void TestTimelinePanel::spaceShowsVersions()
{
    const QString ref = m->said(u"pod A is down"_s);
    m->feed.advance(Span::seconds(5));
    const auto corrected = m->feed.line(u"/correct #%1 text=\"pod B is down\""_s.arg(ref), u"bo"_s);
    QVERIFY(corrected);
    m->panel->goToEntry(ref);
    QSignalSpy asked(m->panel, &TimelinePanel::versionsRequested);
    keys(u"Space"_s);
    auto *details = m->find<QTextBrowser>(u"timeline.details"_s);
    QVERIFY(details->isVisible());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(1).toStringList().size(), 2);
    QVERIFY(details->toPlainText().contains(u"pod B is down"_s));
    QVERIFY(details->toPlainText().contains(u"2025-03-04 09:00:01 UTC"_s));
    QVERIFY(details->toPlainText().contains(u"2025-03-04 10:00:01 CET"_s));
    m->panel->showVersions(asked.at(0).at(0).toString(), corrected.value().events);
    QVERIFY(details->toPlainText().contains(u"Text corrected by bo"_s));
    QVERIFY(details->toPlainText().contains(u"pod AB is down"_s)); // A struck, B underlined
    keys(u"Up"_s);
    QVERIFY(!details->toPlainText().contains(u"pod B"_s));
    details->setFocus();
    keys(u"Esc"_s);
    QVERIFY(!details->isVisible());
    QVERIFY(m->list()->hasFocus());
}

void TestTimelinePanel::copiesInFourForms()
{
    m->panel->goToEntry(m->said(u"=pod|A <b> \"down\""_s));
    keys(u"Ctrl+C"_s);
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    const QString ref = m->list()->currentRow().data(int(Role::Ref)).toString();
    QCOMPARE(mime->text(), u"2025-03-04 09:00:01 UTC  Note  ana  =pod|A <b> \"down\"  #%1\n"_s.arg(ref));
    const QString markdown = QString::fromUtf8(mime->data(u"text/markdown"_s));
    QVERIFY(markdown.contains(u"| =pod\\|A \\<b\\> \"down\" |"_s));
    QVERIFY(mime->html().contains(u"<td>=pod|A &lt;b&gt; &quot;down&quot;</td>"_s));
    QVERIFY(QString::fromUtf8(mime->data(u"text/csv"_s)).contains(u"\"'=pod|A <b> \"\"down\"\"\""_s));
}

void TestTimelinePanel::aDraftIsMarkedAsOne()
{
    m->said(u"/claim"_s);
    const auto copied = [this](const QString &entry) {
        m->panel->goToEntry(entry);
        keys(u"Ctrl+C"_s);
        return QApplication::clipboard()->mimeData()->text();
    };
    const QString draft = m->said(u"/draft public Investigating service=pay impact=some current_status=slow"_s);
    QVERIFY2(copied(draft).contains(u"[draft, not sent]"_s), qPrintable(copied(draft)));
    m->said(u"/send #U1"_s);
    QVERIFY2(!copied(draft).contains(u"not sent"_s), qPrintable(copied(draft)));
}

void TestTimelinePanel::everythingFocusableHasANameAndAReason()
{
    int seen = 0;
    for (QWidget *widget : m->panel->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith("qt_"_L1))
            continue;
        ++seen;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QPushButton"), qPrintable(widget->objectName()));
        QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(seen > 12);
}

QTEST_MAIN(TestTimelinePanel)
#include "tst_timelinepanel.moc"
