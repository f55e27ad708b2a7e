// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourdifference.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <functional>

using namespace fireline::views;
using namespace Qt::StringLiterals;

namespace {

constexpr double markContrast = 3;

/// How many pixels of two equally large pictures differ, and the largest contrast among those of `one` with `ground`.
struct Mark
{
    int pixels = 0;
    double contrast = 1;
};

Mark markOn(const QImage &one, const QImage &other, const QColor &ground)
{
    Mark mark;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) == other.pixel(x, y))
                continue;
            const double contrast = colours::contrast(one.pixelColor(x, y), ground);
            if (contrast >= markContrast)
                ++mark.pixels;
            mark.contrast = std::max(mark.contrast, contrast);
        }
    }
    return mark;
}

int count(const QImage &image, const QRect &rect, const QColor &colour)
{
    int found = 0;
    for (int y = std::max(0, rect.top()); y <= std::min(rect.bottom(), image.height() - 1); ++y) {
        for (int x = std::max(0, rect.left()); x <= std::min(rect.right(), image.width() - 1); ++x)
            found += image.pixelColor(x, y) == colour;
    }
    return found;
}

using Make = std::function<QWidget *()>;

QTreeWidget *tree()
{
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({u"One"_s, u"Two"_s});
    for (int i = 0; i < 3; ++i)
        new QTreeWidgetItem(tree, {u"text"_s, u"text"_s});
    return tree;
}

template<typename T>
Make withText()
{
    return [] { return new T(u"Text"_s); };
}

template<typename T>
Make plain()
{
    return [] { return new T; };
}

QWidget *combo()
{
    auto *box = new QComboBox;
    box->addItem(u"Text"_s);
    return box;
}

QWidget *toolButton()
{
    auto *button = new QToolButton;
    button->setText(u"T"_s);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QWidget *tabs()
{
    auto *bar = new QTabBar;
    bar->addTab(u"One"_s);
    bar->addTab(u"Two"_s);
    return bar;
}

} // namespace

Q_DECLARE_METATYPE(fireline::views::Theme::Choice)
Q_DECLARE_METATYPE(Make)

/// What the style draws, from the pixels: visible in all three palettes, large enough to hit, with a ring around the focus.
class TestFirelineStyle : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();

    void uncheckedBoxInAListIsVisible_data() { choices(); }
    void uncheckedBoxInAListIsVisible();
    void uncheckedBoxesAndButtonsAreVisible_data() { choices(); }
    void uncheckedBoxesAndButtonsAreVisible();
    void framesAreVisible_data() { choices(); }
    void framesAreVisible();
    void focusedWidgetHasARing_data();
    void focusedWidgetHasARing();
    void checkedButtonIsNotTakenForFocused_data() { choices(); }
    void checkedButtonIsNotTakenForFocused();
    void ringFollowsTheFocus();
    void currentCellHasARing_data() { choices(); }
    void currentCellHasARing();
    void targetsAreHighEnough_data();
    void targetsAreHighEnough();
    void rowsFollowDensityAndTextSize();
    void handlesCanBeGrabbed();
    void changesReachOpenWindows();
    void tipsAreLetterForLetter();
    void labelsShowMarkupAsItWasTyped();

private:
    static void choices();
    /// A window with `widgets`, active.
    void show(const QList<QWidget *> &widgets);

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
};

// What somebody typed is never read as markup: no picture is fetched, nothing is hidden in it.
void TestFirelineStyle::labelsShowMarkupAsItWasTyped()
{
    auto *typed = new QLabel(u"<img src=\"file:///etc/hostname\"><b>down</b>"_s);
    auto *asked = new QLabel(u"<b>down</b>"_s);
    asked->setTextFormat(Qt::RichText);
    show({typed, asked});
    QCOMPARE(typed->textFormat(), Qt::PlainText);
    QCOMPARE(asked->textFormat(), Qt::RichText);
    // As wide as its letters, not as the one word that is left of it.
    QVERIFY(typed->sizeHint().width() > typed->fontMetrics().horizontalAdvance(typed->text()) / 2);
}

void TestFirelineStyle::initTestCase()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // the desktop's taste must not decide here
    qunsetenv("XDG_RUNTIME_DIR");
    m_theme.install(*qApp);
}

void TestFirelineStyle::cleanup()
{
    m_window.reset();
    m_theme.setChoice(Theme::Choice::Light);
    m_theme.setTextSize(100);
    m_theme.setDensity(Theme::Density::Comfortable);
}

void TestFirelineStyle::choices()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
    QTest::newRow("high contrast") << Theme::Choice::HighContrast;
}

void TestFirelineStyle::show(const QList<QWidget *> &widgets)
{
    m_window = std::make_unique<QWidget>();
    m_window->setLayout(std::make_unique<QVBoxLayout>().release());
    for (QWidget *widget : widgets)
        m_window->layout()->addWidget(widget);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestFirelineStyle::uncheckedBoxInAListIsVisible()
{
    QFETCH(Theme::Choice, choice);
    m_theme.setChoice(choice);
    auto *list = new QListWidget;
    auto *item = new QListWidgetItem(list); // without text: what differs is the box
    show({list});
    list->setCurrentItem(nullptr);
    const QImage without = list->viewport()->grab().toImage();
    item->setCheckState(Qt::Unchecked);
    const Mark box = markOn(list->viewport()->grab().toImage(), without, m_theme.ink(Ink::Base));
    QVERIFY2(box.contrast >= markContrast, qPrintable(QString::number(box.contrast)));
    QVERIFY(box.pixels >= 4 * 12); // a closed outline

    item->setCheckState(Qt::Checked);
    const QImage checked = list->viewport()->grab().toImage();
    item->setCheckState(Qt::Unchecked);
    QVERIFY(markOn(checked, list->viewport()->grab().toImage(), m_theme.ink(Ink::Base)).pixels > 10);

    item->setSelected(true);
    const QImage selected = list->viewport()->grab().toImage();
    item->setData(Qt::CheckStateRole, {});
    const Mark onSelection = markOn(selected, list->viewport()->grab().toImage(), m_theme.ink(Ink::Selection));
    QVERIFY(onSelection.pixels >= 4 * 12);
}

void TestFirelineStyle::uncheckedBoxesAndButtonsAreVisible()
{
    QFETCH(Theme::Choice, choice);
    m_theme.setChoice(choice);
    for (QWidget *widget : {static_cast<QWidget *>(new QCheckBox), static_cast<QWidget *>(new QRadioButton)}) {
        show({widget});
        widget->clearFocus();
        const QImage shown = widget->grab().toImage();
        QImage ground(shown.size(), shown.format());
        ground.fill(m_theme.ink(Ink::Window));
        QVERIFY(markOn(shown, ground, m_theme.ink(Ink::Window)).pixels >= 3 * 12);
    }
}

void TestFirelineStyle::framesAreVisible()
{
    QFETCH(Theme::Choice, choice);
    m_theme.setChoice(choice);
    auto *first = new QPushButton(u"Text"_s);
    const QList<QWidget *> framed{new QLineEdit, combo(), new QSpinBox, new QPushButton(u"Text"_s), new QPlainTextEdit, tree()};
    show(QList<QWidget *>{first} + framed);
    first->setFocus();
    for (QWidget *widget : framed) {
        const QImage shown = widget->grab().toImage();
        const QRect left(0, 8, 1, shown.height() - 16);
        const double contrast = colours::contrast(shown.pixelColor(left.center()), m_theme.ink(Ink::Window));
        QVERIFY2(contrast >= markContrast, widget->metaObject()->className());
        QCOMPARE(count(shown, left, shown.pixelColor(left.center())), left.height());
    }
}

void TestFirelineStyle::focusedWidgetHasARing_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<Theme::Choice>("choice");
    const std::pair<const char *, Make> kinds[]{{"line edit", plain<QLineEdit>()},
                                                {"button", withText<QPushButton>()},
                                                {"check box", withText<QCheckBox>()},
                                                {"radio button", withText<QRadioButton>()},
                                                {"combo box", combo},
                                                {"spin box", plain<QSpinBox>()},
                                                {"slider", plain<QSlider>()},
                                                {"tool button", toolButton},
                                                {"tab bar", tabs},
                                                {"text", plain<QPlainTextEdit>()},
                                                {"tree", [] { return tree(); }}};
    for (const auto &[name, make] : kinds) {
        QTest::addRow("%s, light", name) << make << Theme::Choice::Light;
        QTest::addRow("%s, dark", name) << make << Theme::Choice::Dark;
        QTest::addRow("%s, high contrast", name) << make << Theme::Choice::HighContrast;
    }
}

void TestFirelineStyle::focusedWidgetHasARing()
{
    QFETCH(Make, make);
    QFETCH(Theme::Choice, choice);
    m_theme.setChoice(choice);
    QWidget *widget = make();
    auto *other = new QPushButton(u"Other"_s);
    show({widget, other});
    other->setFocus();
    const QRect around = widget->geometry().adjusted(-2, -2, 2, 2);
    const QImage before = m_window->grab().toImage();
    widget->setFocus();
    QVERIFY(widget->hasFocus());
    const QImage after = m_window->grab().toImage();
    const QColor ring = m_theme.ink(Ink::Link);
    const int sides = 2 * (widget->width() + widget->height());
    QVERIFY(count(before, around, ring) < sides);          // the bar of a current tab, at most
    QVERIFY(count(after, around, ring) >= 2 * sides - 32); // 2 pixels, all around
    QVERIFY(colours::contrast(ring, m_theme.ink(Ink::Window)) >= markContrast);
}

void TestFirelineStyle::checkedButtonIsNotTakenForFocused()
{
    QFETCH(Theme::Choice, choice);
    m_theme.setChoice(choice);
    auto *button = new QPushButton(u"Text"_s);
    button->setCheckable(true);
    auto *other = new QPushButton(u"Other"_s);
    show({button, other});
    other->setFocus();
    const QColor link = m_theme.ink(Ink::Link);
    const int plainButton = count(button->grab().toImage(), button->rect(), link);
    button->setChecked(true);
    const QImage checked = button->grab().toImage();
    QVERIFY(count(checked, button->rect(), link) - plainButton >= 3 * (button->width() - 10)); // a bar
    const QRect sides(1, 4, 1, button->height() - 12);
    QCOMPARE(count(checked, sides, link), 0); // one line at the sides, not two
}

void TestFirelineStyle::ringFollowsTheFocus()
{
    auto *one = new QLineEdit;
    auto *other = new QLineEdit;
    show({one, other});
    one->setFocus();
    const auto ringed = [&]() -> QWidget * {
        const auto frames = m_window->findChildren<QFocusFrame *>();
        return frames.size() == 1 && frames.first()->isVisible() ? frames.first()->widget() : nullptr;
    };
    QCOMPARE(ringed(), one);
    QTest::keyClick(one, Qt::Key_Tab);
    QCOMPARE(ringed(), other);
    delete other;
    QTRY_VERIFY(ringed() != other);
    one->clearFocus();
    QCOMPARE(ringed(), nullptr);
    auto *later = new QLineEdit; // the ring survives the window it was in
    show({later});
    later->setFocus();
    QCOMPARE(ringed(), later);
}

void TestFirelineStyle::currentCellHasARing()
{
    QFETCH(Theme::Choice, choice);
    m_theme.setChoice(choice);
    QTreeWidget *list = tree();
    show({list});
    list->setFocus();
    list->setCurrentItem(list->topLevelItem(1), 1, QItemSelectionModel::NoUpdate);
    const QRect cell = list->visualRect(list->currentIndex());
    const QImage plainCell = list->viewport()->grab().toImage();
    QVERIFY(count(plainCell, cell, m_theme.ink(Ink::Link)) >= 2 * (cell.width() + cell.height()));

    list->topLevelItem(1)->setSelected(true);
    const QImage selected = list->viewport()->grab().toImage();
    const QColor ring = m_theme.ink(Ink::SelectionText);
    QVERIFY(count(selected, cell, ring) >= 2 * (cell.width() + cell.height()));
    QVERIFY(colours::contrast(ring, m_theme.ink(Ink::Selection)) >= markContrast);
}

void TestFirelineStyle::targetsAreHighEnough_data()
{
    focusedWidgetHasARing_data();
}

void TestFirelineStyle::targetsAreHighEnough()
{
    QFETCH(Make, make);
    QFETCH(Theme::Choice, choice);
    m_theme.setChoice(choice);
    const std::unique_ptr<QWidget> widget(make());
    if (qobject_cast<QSlider *>(widget.get()))
        return; // its handle is moved along the groove, wherever the groove is hit
    QVERIFY(widget->sizeHint().height() >= 24);
    QVERIFY(widget->minimumSizeHint().height() >= 24);
    m_theme.setTextSize(200);
    QVERIFY(widget->sizeHint().height() >= 48);
}

void TestFirelineStyle::rowsFollowDensityAndTextSize()
{
    QTreeWidget *list = tree();
    show({list});
    const auto height = [&] { return list->visualRect(list->model()->index(0, 0)).height(); };
    QCOMPARE(height(), m_theme.rowHeight());
    QVERIFY(height() >= 28);
    m_theme.setDensity(Theme::Density::Compact);
    QTRY_COMPARE(height(), m_theme.rowHeight());
    QVERIFY(height() < 28);
    m_theme.setTextSize(150);
    QTRY_COMPARE(height(), m_theme.rowHeight());
    QVERIFY(height() >= 30);
}

void TestFirelineStyle::handlesCanBeGrabbed()
{
    auto *splitter = new QSplitter;
    splitter->addWidget(new QPlainTextEdit);
    splitter->addWidget(new QPlainTextEdit);
    show({splitter});
    QWidget *handle = splitter->handle(1);
    QVERIFY(handle->width() >= 6);
    const QImage shown = handle->grab().toImage();
    QImage ground(shown.size(), shown.format());
    ground.fill(m_theme.ink(Ink::Window));
    QVERIFY(markOn(shown, ground, m_theme.ink(Ink::Window)).pixels >= 40);
}

void TestFirelineStyle::changesReachOpenWindows()
{
    auto *button = new QPushButton(m_theme.icon(u"save"_s), u"Save"_s);
    auto *edit = new QLineEdit;
    show({edit, button});
    edit->setFocus();
    const int before = button->sizeHint().height();
    m_theme.setChoice(Theme::Choice::Dark);
    QTRY_COMPARE(edit->palette().color(QPalette::Base), ink(Scheme::Dark, Ink::Base));
    QVERIFY(count(button->grab().toImage(), button->rect(), ink(Scheme::Dark, Ink::Text)) > 0);
    m_theme.setTextSize(200);
    QVERIFY(button->sizeHint().height() > before);
    QCOMPARE(button->iconSize(), QSize(32, 32));
    QCOMPARE(QApplication::font().pointSizeF(), m_theme.textFont().pointSizeF());
}

// What people typed stands in tips too.
void TestFirelineStyle::tipsAreLetterForLetter()
{
    auto *button = new QPushButton(u"Save"_s);
    show({button});
    const QString typed = u"<b>lock</b> on <img src=x> &amp; orders"_s;
    QToolTip::showText(button->mapToGlobal(QPoint(2, 2)), typed, button);
    const QLabel *tip = nullptr;
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        if (top->inherits("QTipLabel"))
            tip = qobject_cast<const QLabel *>(top);
    }
    QVERIFY(tip);
    QCOMPARE(tip->text(), typed);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
    QToolTip::hideText();
}

QTEST_MAIN(TestFirelineStyle)
#include "tst_firelinestyle.moc"
