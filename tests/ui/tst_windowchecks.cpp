// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowchecks.h"

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline::test;

/// The checks of a window find what they are for: each is shown a window without a fault, and one with it.
class TestWindowChecks : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void namesAndRoles();
    void tabStops();
    void clippedTextsAreFound();
    void plainEnglishIsFound();
    void paleTextIsFound();
    void whatLiesOutsideIsFound();

private:
    std::unique_ptr<QMainWindow> m_window;
    QVBoxLayout *m_layout = nullptr;
    QLineEdit *m_edit = nullptr;
};

void TestWindowChecks::init()
{
    m_window = std::make_unique<QMainWindow>();
    m_window->setWindowTitle(u"[Ŵîñdöŵ]"_s);
    auto *centre = new QWidget;
    m_layout = new QVBoxLayout(centre);
    m_edit = new QLineEdit;
    m_edit->setObjectName("entry");
    m_edit->setAccessibleName(u"[Éñţŕý]"_s);
    auto *button = new QPushButton(u"[Pûšĥ]"_s);
    button->setObjectName("push");
    m_layout->addWidget(m_edit);
    m_layout->addWidget(button);
    m_window->setCentralWidget(centre);
    m_window->resize(500, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
}

void TestWindowChecks::cleanup()
{
    m_window.reset();
}

void TestWindowChecks::namesAndRoles()
{
    QStringList seen;
    QCOMPARE(namelessFocusables(m_window.get(), &seen), QStringList());
    QCOMPARE(seen.size(), 2);
    m_edit->setAccessibleName({});
    QCOMPARE(namelessFocusables(m_window.get()).size(), 1);
    auto *bare = new QWidget;
    bare->setFocusPolicy(Qt::TabFocus);
    m_layout->addWidget(bare);
    QTRY_VERIFY(bare->isVisible());
    QCOMPARE(namelessFocusables(m_window.get()).size(), 3); // no name twice, one role that says nothing
}

void TestWindowChecks::tabStops()
{
    QStringList faults;
    QCOMPARE(tabWalk(m_window.get(), false, 60, &faults).size(), 1);
    QCOMPARE(tabWalk(m_window.get(), true, 60, &faults).size(), 1);
    QCOMPARE(faults, QStringList());
    auto *trap = new QPlainTextEdit;
    m_layout->addWidget(trap);
    QTRY_VERIFY(trap->isVisible());
    (void)tabWalk(m_window.get(), false, 10, &faults);
    QVERIFY2(faults.join(u'\n').contains("trapped"_L1), qPrintable(faults.join(u'\n')));
    faults.clear();
    trap->setTabChangesFocus(true);
    trap->setFixedSize(0, 0);
    QTRY_VERIFY(trap->visibleRegion().isEmpty());
    m_edit->setFocus();
    (void)tabWalk(m_window.get(), false, 10, &faults);
    QVERIFY2(faults.join(u'\n').contains("cannot be seen"_L1), qPrintable(faults.join(u'\n')));
}

void TestWindowChecks::clippedTextsAreFound()
{
    auto *label = new QLabel(u"[a text that needs its place]"_s);
    m_layout->addWidget(label);
    QTRY_VERIFY(label->isVisible());
    QCOMPARE(clippedTexts(m_window.get()), QStringList());
    label->setMaximumWidth(40);
    QTRY_VERIFY(label->width() <= 40);
    QCOMPARE(clippedTexts(m_window.get()).size(), 1);
    label->setToolTip(u"[a text that needs its place]"_s);
    QCOMPARE(clippedTexts(m_window.get()), QStringList());
    m_window->findChild<QPushButton *>(u"push"_s)->setMaximumWidth(20);
    QTRY_COMPARE(clippedTexts(m_window.get()).size(), 1);
}

void TestWindowChecks::plainEnglishIsFound()
{
    QCOMPARE(untranslatedTexts(m_window.get(), {}), QStringList());
    m_edit->setPlaceholderText(u"What happened"_s);
    QCOMPARE(untranslatedTexts(m_window.get(), {}).size(), 1);
    m_edit->setPlaceholderText(u"10:41 UTC"_s);
    QCOMPARE(untranslatedTexts(m_window.get(), {u"UTC"_s}), QStringList());
    auto *dock = new QDockWidget(u"Roles"_s, m_window.get());
    m_window->addDockWidget(Qt::LeftDockWidgetArea, dock);
    QVERIFY(!untranslatedTexts(m_window.get(), {u"UTC"_s}).isEmpty());
}

void TestWindowChecks::paleTextIsFound()
{
    auto *label = new QLabel(u"[pale]"_s);
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::black);
    label->setAutoFillBackground(true);
    label->setPalette(palette);
    m_layout->addWidget(label);
    QTRY_VERIFY(label->isVisible());
    QCOMPARE(paleTexts(m_window.get()), QStringList());
    palette.setColor(QPalette::WindowText, QColor(0xb0, 0xb0, 0xb0));
    label->setPalette(palette);
    QCOMPARE(paleTexts(m_window.get()).size(), 1);
}

void TestWindowChecks::whatLiesOutsideIsFound()
{
    QCOMPARE(misplaced(m_window.get()), QStringList());
    auto *stray = new QLabel(u"[stray]"_s, m_window->centralWidget());
    stray->setGeometry(480, 10, 100, 20);
    stray->show();
    QCOMPARE(misplaced(m_window.get()).size(), 1);
    stray->hide();
    m_edit->setMinimumHeight(400);
    m_window->findChild<QPushButton *>(u"push"_s)->move(m_edit->pos());
    QVERIFY(!misplaced(m_window.get()).isEmpty());
}

QTEST_MAIN(TestWindowChecks)
#include "tst_windowchecks.moc"
