// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedtexts.h"
#include "windowchecks.h"

#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
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
    void stopsOutOfOrderAreFound();
    void untoldControlsAreFound();
    void clippedTextsAreFound();
    void plainEnglishIsFound();
    void paleTextIsFound();
    void aRimIsNoPaleText();
    void whatLiesOutsideIsFound();
    void paintedTextsAreHeard();
    void paleRowsAreFound();
    void textsOverTextsAreFound();
    void shortenedCellsAreFound();
    void squeezedListsAreFound();
    void whatIsCoveredIsKnown();

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

void TestWindowChecks::stopsOutOfOrderAreFound()
{
    QStringList faults;
    QCOMPARE(disorderedStops(tabWalk(m_window.get(), false, 60, &faults)), QStringList());
    auto *low = new QLineEdit;
    auto *high = new QLineEdit;
    m_layout->addWidget(high);
    m_layout->addWidget(low);
    QWidget::setTabOrder(m_edit, low);
    QWidget::setTabOrder(low, high);
    QTRY_VERIFY(low->isVisible() && low->y() > high->y());
    m_edit->setFocus();
    QCOMPARE(disorderedStops(tabWalk(m_window.get(), false, 60, &faults)).size(), 2); // down, up, and up to the button
    QCOMPARE(faults, QStringList());
}

void TestWindowChecks::untoldControlsAreFound()
{
    m_edit->setToolTip(u"[Tooltip]"_s);
    auto *push = m_window->findChild<QPushButton *>(u"push"_s);
    push->setToolTip(u"[Tooltip]"_s);
    QCOMPARE(untoldControls(m_window.get()), QStringList());
    push->setText({});
    push->setAccessibleName({});
    m_edit->setToolTip({});
    QCOMPARE(untoldControls(m_window.get()).size(), 2);
    auto *action = new QAction(u"[Action]"_s, m_window.get());
    QCOMPARE(untoldControls(m_window.get()).size(), 3);
    action->setStatusTip(u"[Status tip]"_s);
    QCOMPARE(untoldControls(m_window.get()).size(), 2);
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
    QCOMPARE(plainWordWithin(u"[Åñšŵéŕ: users_affected]"_s, {}), u"users"_s);
    QCOMPARE(plainWordWithin(u"[émphâšîš] 10:41 bo"_s, {}), QString());
    QCOMPARE(plainWordWithin(u"[Ţýþé /claim, @lead #A1 (Ctrl+K) reason=\"\"]"_s, {}), QString());
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

void TestWindowChecks::aRimIsNoPaleText()
{
    auto *area = new QScrollArea;
    auto *button = new QPushButton(u"[below]"_s);
    button->setMinimumHeight(60);
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 20, 0, 0);
    column->addWidget(button);
    area->setWidget(inner);
    area->setFixedHeight(20 + 12 + 2 * area->frameWidth()); // 12 of 60: the button's text is further down
    m_layout->addWidget(area);
    QTRY_COMPARE(button->visibleRegion().boundingRect().height(), 12);
    QCOMPARE(paleTexts(m_window.get()), QStringList());
    QPalette pale;
    pale.setColor(QPalette::ButtonText, QColor(0xb0, 0xb0, 0xb0));
    button->setPalette(pale);
    area->setFixedHeight(20 + 50); // and now its text is seen
    QTRY_VERIFY(button->visibleRegion().boundingRect().height() > 40);
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

void TestWindowChecks::paintedTextsAreHeard()
{
    m_edit->setText(u"typed"_s);
    const auto texts = paintedTexts(m_window.get());
    const QRectF edit(m_edit->mapTo(m_window.get(), QPoint()), m_edit->size());
    int found = 0;
    for (const PaintedText &text : texts) {
        if (text.text != "typed"_L1)
            continue;
        ++found;
        QVERIFY(edit.contains(text.rect));
        QCOMPARE(text.colour, m_edit->palette().color(QPalette::Text));
    }
    QCOMPARE(found, 1);
}

void TestWindowChecks::paleRowsAreFound()
{
    auto *list = new QListWidget;
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        list->addItem(text);
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    palette.setColor(QPalette::Highlight, Qt::darkBlue);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    list->setPalette(palette);
    m_layout->addWidget(list);
    QTRY_VERIFY(list->isVisible() && list->viewport()->height() > 50);
    m_edit->setFocus();
    QCOMPARE(palePaintedTexts(m_window.get()), QStringList());
    QCOMPARE(list->currentRow(), -1); // all is as it was
    QVERIFY(m_edit->hasFocus());
    list->item(1)->setForeground(QColor(0xb0, 0xb0, 0xb0));
    QVERIFY(palePaintedTexts(m_window.get()).join(u'\n').contains("two"_L1));
    list->item(1)->setForeground(Qt::black);
    palette.setColor(QPalette::HighlightedText, Qt::blue);
    list->setPalette(palette);
    const QString selected = palePaintedTexts(m_window.get()).join(u'\n');
    QVERIFY2(selected.contains("selected, with the focus"_L1), qPrintable(selected));
}

void TestWindowChecks::textsOverTextsAreFound()
{
    QCOMPARE(overlappingTexts(m_window.get()), QStringList());
    auto *one = new QLabel(u"[one]"_s, m_window->centralWidget());
    auto *other = new QLabel(u"[other]"_s, m_window->centralWidget());
    one->move(100, 80);
    other->move(104, 82);
    one->show();
    other->show();
    QCOMPARE(overlappingTexts(m_window.get()).size(), 1);
}

void TestWindowChecks::shortenedCellsAreFound()
{
    auto *table = new QTableWidget(1, 1);
    table->setWordWrap(false);
    table->horizontalHeader()->hide();
    table->setItem(0, 0, new QTableWidgetItem(u"a text that is much too long for its column"_s));
    table->setColumnWidth(0, 80);
    m_layout->addWidget(table);
    QTRY_VERIFY(table->isVisible() && table->viewport()->height() > 20);
    QCOMPARE(shortenedTexts(m_window.get()).size(), 1);
    table->item(0, 0)->setToolTip(u"a text that is much too long for its column"_s);
    QCOMPARE(shortenedTexts(m_window.get()), QStringList());
    table->item(0, 0)->setToolTip({});
    table->setColumnWidth(0, 400);
    QCOMPARE(shortenedTexts(m_window.get()), QStringList());
}

void TestWindowChecks::squeezedListsAreFound()
{
    auto *list = new QListWidget;
    list->addItems({u"[one]"_s, u"[two]"_s});
    m_layout->addWidget(list);
    QTRY_VERIFY(list->isVisible() && list->viewport()->height() > 20);
    QCOMPARE(squeezedLists(m_window.get()), QStringList());
    list->setFixedHeight(6);
    QTRY_COMPARE(list->height(), 6);
    QCOMPARE(squeezedLists(m_window.get()).size(), 1);
    list->clear();
    QCOMPARE(squeezedLists(m_window.get()), QStringList());
}

void TestWindowChecks::whatIsCoveredIsKnown()
{
    const QWidget *centre = m_window->centralWidget();
    const QPoint at = m_edit->mapTo(m_window.get(), m_edit->rect().center());
    QVERIFY(!isCovered(m_window.get(), m_edit, at));
    QVERIFY(isCovered(m_window.get(), centre, at));
    auto *front = new QLabel(u"[front]"_s, m_window.get());
    front->setGeometry(QRect(at - QPoint(20, 20), QSize(40, 40)));
    front->show();
    QVERIFY(!isCovered(m_window.get(), m_edit, at)); // it is seen through
    front->setAutoFillBackground(true);
    QVERIFY(isCovered(m_window.get(), m_edit, at));
}

QTEST_MAIN(TestWindowChecks)
#include "tst_windowchecks.moc"
