// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "paintedtexts.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "windowchecks.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QFile>
#include <QPlainTextEdit>
#include <QSet>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

/// With something in every panel.
LiveWindow::Setup whole()
{
    return {.fill = fillAll, .metrics = u"query-range.json"_s};
}

} // namespace

/// The real window for whoever does not see it, or works without a mouse, or sees little (ux 5.2, items 4 to 6).
class TestWindowAccess : public QObject
{
    Q_OBJECT
private slots:
    void everyPanelIsSeenWithContent();
    void everyControlHasANameAndARole();
    void everyControlTellsWhatItIsFor();
    void theStripIsReadable();
    void tabWalksThroughAll();
    void textsStandOut_data();
    void textsStandOut();

private:
    views::Theme m_theme;
};

// The walks below are worth what they come to: each panel is in front in some view, and has something to show there.
void TestWindowAccess::everyPanelIsSeenWithContent()
{
    LiveWindow live(m_theme, whole());
    QSet<QString> seen;
    QSet<QString> filled;
    const QList<views::PanelDescriptor> panels = live.incident().window().docks().panels();
    forEachView(live, [&](const QString &) {
        for (const views::PanelDescriptor &panel : panels) {
            if (panel.widget->visibleRegion().boundingRect().height() < 50)
                continue;
            seen.insert(panel.id);
            const auto lists = panel.widget->findChildren<QAbstractItemView *>();
            const auto texts = panel.widget->findChildren<QPlainTextEdit *>();
            const auto pages = panel.widget->findChildren<QTextEdit *>();
            const bool rows = std::any_of(lists.begin(), lists.end(), [](const QAbstractItemView *list) {
                return list->isVisible() && list->model() && list->model()->rowCount() > 1;
            });
            const bool words = std::any_of(texts.begin(), texts.end(),
                                           [](const QPlainTextEdit *text) { return !text->toPlainText().isEmpty(); });
            const bool page = std::any_of(pages.begin(), pages.end(),
                                          [](const QTextEdit *text) { return !text->toPlainText().isEmpty(); });
            if (rows || words || page)
                filled.insert(panel.id);
        }
    });
    QVERIFY(panels.size() >= 14);
    for (const views::PanelDescriptor &panel : panels) {
        if (panel.id == "drill"_L1) // in a drill alone
            continue;
        QVERIFY2(seen.contains(panel.id), qPrintable(panel.id + u" is never seen"_s));
        QVERIFY2(filled.contains(panel.id), qPrintable(panel.id + u" is empty wherever it is seen"_s));
    }
}

void TestWindowAccess::everyControlHasANameAndARole()
{
    LiveWindow live(m_theme, whole());
    QSet<QString> all;
    QStringList faults;
    forEachView(live, [&](const QString &where) {
        QStringList here;
        for (const QString &fault : namelessFocusables(live.window(), &here))
            faults.append(where + u": "_s + fault);
        all += QSet<QString>(here.begin(), here.end());
    });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QStringList seen(all.begin(), all.end());
    QVERIFY(seen.size() > 60);
    // What there is, by role, object and what a screen reader says: a change of it is meant to be seen. FIRELINE_ACCEPT=1 takes
    // the new state.
    QFile golden(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/ui/accessible.txt"));
    seen.sort();
    const QByteArray found = (seen.join(u'\n') + u'\n').toUtf8();
    if (qEnvironmentVariableIsSet("FIRELINE_ACCEPT")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(found);
        return;
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(found), QString::fromUtf8(golden.readAll()));
}

void TestWindowAccess::everyControlTellsWhatItIsFor()
{
    LiveWindow live(m_theme, whole());
    const QStringList faults = inEveryView(live,
                                           [](QWidget *window) { return untoldControls(window) + namelessFocusables(window); });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestWindowAccess::theStripIsReadable()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto *strip = live.window()->findChild<QWidget *>(u"strip"_s);
    QVERIFY(strip);
    QString spoken;
    for (const QWidget *cell : strip->findChildren<QWidget *>()) {
        if (cell->isVisible() && cell->focusPolicy() != Qt::NoFocus)
            spoken += QAccessible::queryAccessibleInterface(const_cast<QWidget *>(cell))->text(QAccessible::Name) + u'\n';
    }
    for (const QString &part : {u"SEV1"_s, u"Mitigation"_s, u"You"_s})
        QVERIFY2(spoken.contains(part, Qt::CaseInsensitive), qPrintable(part + u" is not in: "_s + spoken));
    QVERIFY2(spoken.split(u'\n', Qt::SkipEmptyParts).size() >= 5, qPrintable(spoken));
}

namespace {

/// Each once, also where the links of a page are stops of their own. Without the graphs: Tab comes into them below their buttons,
/// which Shift+Tab passes.
QStringList placesOf(const QList<TabStop> &stops)
{
    QStringList places;
    for (const TabStop &stop : stops) {
        if ((places.isEmpty() || places.last() != stop.place) && !stop.place.contains("metrics"_L1))
            places.append(stop.place);
    }
    return places;
}

/// What is wrong with the ways of Tab and Shift+Tab from where the keyboard is.
QStringList faultsOfTab(QWidget *window)
{
    QStringList faults;
    const QList<TabStop> forward = tabWalk(window, false, 60, &faults);
    faults += disorderedStops(forward);
    const QList<TabStop> backward = tabWalk(window, true, 60, &faults);
    const QStringList there = placesOf(forward);
    QStringList back = placesOf(backward);
    std::reverse(back.begin(), back.end());
    if (there != back)
        faults.append(
            u"Tab and Shift+Tab go different ways:\n  %1\n---\n  %2"_s.arg(there.join(u"\n  "_s), back.join(u"\n  "_s)));
    if (forward.size() < 12)
        faults.append(u"Tab stops at %1 places alone"_s.arg(forward.size()));
    return faults;
}

} // namespace

void TestWindowAccess::tabWalksThroughAll()
{
    LiveWindow live(m_theme, whole());
    QStringList faults;
    QSet<QString> walked;
    forEachView(live, [&](const QString &where) {
        live.window()->findChild<QWidget *>(u"timeline.list"_s)->setFocus(); // who looks on has no quick entry
        for (const QString &fault : faultsOfTab(live.window()))
            faults.append(where + u": "_s + fault);
        walked.insert(where);
    });
    if (!faults.isEmpty())
        fprintf(stderr, "%s\n", qPrintable(faults.join(u'\n'))); // a failure shows its beginning alone
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(walked.size() >= 10);
}

void TestWindowAccess::textsStandOut_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("later");
    QTest::newRow("light") << int(views::Theme::Choice::Light) << 30;
    QTest::newRow("dark") << int(views::Theme::Choice::Dark) << 30;
    QTest::newRow("high contrast") << int(views::Theme::Choice::HighContrast) << 30;
    QTest::newRow("light, late") << int(views::Theme::Choice::Light) << 9000;
    QTest::newRow("dark, late") << int(views::Theme::Choice::Dark) << 9000;
    QTest::newRow("high contrast, late") << int(views::Theme::Choice::HighContrast) << 9000;
}

void TestWindowAccess::textsStandOut()
{
    QFETCH(int, choice);
    QFETCH(int, later);
    m_theme.setChoice(views::Theme::Choice(choice));
    LiveWindow::Setup setup = whole();
    setup.later = domain::Span::seconds(later);
    LiveWindow live(m_theme, setup);
    const QStringList faults = inEveryView(live, [](QWidget *window) { return paleTexts(window) + palePaintedTexts(window); });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestWindowAccess)
#include "tst_windowaccess.moc"
