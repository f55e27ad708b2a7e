// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guideband.h"
#include "guide/guideroles.h"
#include "theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline::views;
namespace guide = fireline::models::guide;

namespace {

/// Above a field that has the keyboard, as in the window.
struct Bench
{
    Theme theme;
    QStandardItemModel model;
    QWidget window;
    QLineEdit *field = new QLineEdit;
    GuideBand *band;

    Bench()
    {
        add(u"Take command"_s, u"Type `/claim` & press `Enter`."_s, guide::Step::Now);
        add(u"Give the lead"_s, u"Type `/role @Bo tech`."_s, guide::Step::Coming);
        band = new GuideBand(model, theme);
        auto *column = new QVBoxLayout(&window);
        column->addWidget(band);
        column->addWidget(field);
        window.resize(640, 300);
        window.show();
        field->setFocus();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not come up");
    }
    void add(const QString &what, const QString &how, guide::Step step)
    {
        auto *item = new QStandardItem(what);
        item->setData(what, guide::WhatRole);
        item->setData(how, guide::HowRole);
        item->setData(u"It is wanted."_s, guide::WhyRole);
        item->setData(int(step), guide::StepRole);
        model.appendRow(item);
    }
    void set(int row, guide::Step step, const QString &waitsFor = {})
    {
        model.item(row)->setData(waitsFor, guide::WaitsForRole);
        model.item(row)->setData(int(step), guide::StepRole);
    }
    QString text(const QString &name) { return band->findChild<QLabel *>(u"guide."_s + name)->text().remove(QChar(0x2060)); }
    QWidget *part(const QString &name) { return band->findChild<QWidget *>(u"guide."_s + name); }
};

} // namespace

/// The guide says one step at a time, never takes the keyboard, and ends with how it went.
class TestGuideBand : public QObject
{
    Q_OBJECT
private slots:
    void saysTheStepThatIsToDo();
    void saysWhyNotYet();
    void leadsBackToTheLine();
    void anObstacleGoesFirst();
    void neverTakesTheKeyboard();
    void endsWithHowItWent_data();
    void endsWithHowItWent();
    void itsButtonsAsk();
};

void TestGuideBand::saysTheStepThatIsToDo()
{
    Bench b;
    QCOMPARE(b.text(u"heading"_s), u"Step 1 of 2: Take command"_s);
    // What is to be typed is set apart, and what stands there is text.
    QVERIFY(b.text(u"how"_s).contains(u">/claim</span> &amp; press"_s));
    QCOMPARE(b.text(u"more"_s), u"It is wanted."_s);
    QVERIFY(b.text(u"progress"_s).contains(u"0 of 2"_s));
    QCOMPARE(b.band->accessibleName(), u"Step 1 of 2: Take command. Type /claim & press Enter. It is wanted."_s);
    b.set(0, guide::Step::Done);
    b.set(1, guide::Step::Now);
    QCOMPARE(b.text(u"heading"_s), u"Step 2 of 2: Give the lead"_s);
    QVERIFY(b.text(u"progress"_s).contains(u"1 of 2"_s));
    b.set(1, guide::Step::Done);
    QVERIFY2(b.text(u"heading"_s).startsWith(u"All steps"_s), qPrintable(b.text(u"heading"_s)));
}

void TestGuideBand::saysWhyNotYet()
{
    Bench b;
    b.set(0, guide::Step::Waiting, u"Bo looks first."_s);
    QCOMPARE(b.text(u"how"_s), u"Not yet. Bo looks first."_s);
    QVERIFY(b.text(u"more"_s).contains(u"Type /claim"_s)); // it can be read already
}

void TestGuideBand::leadsBackToTheLine()
{
    Bench b;
    b.band->setKeyboardThere(false);
    QVERIFY2(b.text(u"how"_s).contains(u">Ctrl+L</span>"_s), qPrintable(b.text(u"how"_s)));
    QVERIFY(b.text(u"how"_s).contains(u"/claim"_s));
    b.model.item(0)->setData(true, guide::AnywhereRole);
    QVERIFY2(!b.text(u"how"_s).contains(u"Ctrl+L"_s), qPrintable(b.text(u"how"_s)));
    b.model.item(0)->setData(false, guide::AnywhereRole);
    b.band->setKeyboardThere(true);
    QVERIFY(!b.text(u"how"_s).contains(u"Ctrl+L"_s));
}

void TestGuideBand::anObstacleGoesFirst()
{
    Bench b;
    b.band->setObstacle(u"The drill is paused."_s);
    QCOMPARE(b.text(u"how"_s), u"The drill is paused."_s);
    b.band->setObstacle({});
    QVERIFY(b.text(u"how"_s).contains(u"/claim"_s));
}

void TestGuideBand::neverTakesTheKeyboard()
{
    Bench b;
    b.set(0, guide::Step::Done);
    b.band->showOutcome({});
    b.band->hide();
    b.band->show();
    QCOMPARE(QApplication::focusWidget(), b.field);
}

void TestGuideBand::endsWithHowItWent_data()
{
    QTest::addColumn<bool>("passed");
    QTest::addColumn<QStringList>("late");
    QTest::addColumn<int>("overrides");
    QTest::addColumn<int>("otherwise");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("score");
    QTest::newRow("passed") << true << QStringList() << 0 << 0 << u"you passed"_s
                            << u"It took 0:05:12. Nothing ran late. No rule was overridden."_s;
    QTest::newRow("late")
        << false << QStringList{u"Respond"_s, u"Tell the public"_s} << 1 << 1 << u"you did not pass"_s
        << u"It took 0:05:12. 2 things ran late: Respond, Tell the public. A rule was overridden once. One thing "
           u"went otherwise than the drill expects: its panel names it."_s;
}

void TestGuideBand::endsWithHowItWent()
{
    QFETCH(bool, passed);
    QFETCH(QStringList, late);
    QFETCH(int, overrides);
    QFETCH(int, otherwise);
    QFETCH(QString, heading);
    QFETCH(QString, score);
    QTranslator english;
    QVERIFY(english.load(u":/i18n/fireline_en.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&english));
    Bench b;
    b.set(0, guide::Step::Done);
    b.band->showOutcome({.passed = passed,
                         .took = fireline::domain::Span::seconds(312),
                         .late = late,
                         .overrides = overrides,
                         .otherwise = otherwise,
                         .goesOn = u"In a real incident: Next."_s,
                         .next = u"Try another one."_s});
    QVERIFY2(b.text(u"heading"_s).contains(heading), qPrintable(b.text(u"heading"_s)));
    QCOMPARE(b.text(u"how"_s), score);
    QVERIFY(b.text(u"more"_s).contains(u"Take command"_s)); // done
    QVERIFY(!b.text(u"more"_s).contains(u"Give the lead"_s));
    QVERIFY(b.text(u"more"_s).contains(u"In a real incident: Next."_s));
    QVERIFY(b.text(u"more"_s).contains(u"Try another one."_s));
    QVERIFY(b.part(u"again"_s)->isVisible());
    QVERIFY(!b.part(u"progress"_s)->isVisible());
}

void TestGuideBand::itsButtonsAsk()
{
    Bench b;
    QSignalSpy hide(b.band, &GuideBand::hideRequested);
    QSignalSpy drills(b.band, &GuideBand::drillsRequested);
    b.part(u"hide"_s)->setFocus();
    QTest::keyClick(b.part(u"hide"_s), Qt::Key_Space);
    QCOMPARE(hide.size(), 1);
    QVERIFY(!b.part(u"again"_s)->isVisible());
    b.band->showOutcome({});
    b.part(u"again"_s)->setFocus();
    QTest::keyClick(b.part(u"again"_s), Qt::Key_Space);
    QCOMPARE(drills.size(), 1);
}

QTEST_MAIN(TestGuideBand)
#include "tst_guideband.moc"
