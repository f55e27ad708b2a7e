// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/chiplabel.h"
#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace fireline::views;
using namespace Qt::StringLiterals;

namespace {

QImage painted(const ChipColours &colours, const QString &text, const QSize &size, const QFont &font)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintChip(&painter, image.rect(), colours, text, font);
    return image;
}

bool has(const QImage &image, const QColor &colour, const QRect &where)
{
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

/// Chips look the same wherever they stand, and say their word whatever the room.
class TestChipPainter : public QObject
{
    Q_OBJECT
private slots:
    void fillingAndTextAreThere();
    void sizeFollowsTheText();
    void tooLongTextStaysInside();
    void painterIsLeftAsItWas();
    void bordersDifferInHighContrast();
    void labelReadsAsItsWord();
};

void TestChipPainter::fillingAndTextAreThere()
{
    const Theme theme;
    const QString text = chipText(Chip::Rank2, u"SEV 2"_s);
    QVERIFY(text.startsWith(chipShape(Chip::Rank2)) && text.endsWith(u"SEV 2"_s));
    const QSize size = chipSize(text, theme.valueFont());
    const ChipColours colours = chipColours(Scheme::Light, Chip::Rank2);
    const QImage image = painted(colours, text, size, theme.valueFont());
    QCOMPARE(image.pixelColor(size.width() / 2, size.height() - 4), colours.background);
    QVERIFY(has(image, colours.text, image.rect()));
    QVERIFY(has(image, colours.border, {0, size.height() / 2, 3, 1}));
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0); // a rounded corner
}

void TestChipPainter::sizeFollowsTheText()
{
    Theme theme;
    const QSize small = chipSize(u"late"_s, theme.textFont());
    QVERIFY(chipSize(u"late 02:10"_s, theme.textFont()).width() > small.width());
    theme.setTextSize(200);
    const QSize large = chipSize(u"late"_s, theme.textFont());
    QVERIFY(large.height() > small.height() * 3 / 2 && large.width() > small.width() * 3 / 2);
}

void TestChipPainter::tooLongTextStaysInside()
{
    const Theme theme;
    const ChipColours colours = chipColours(Scheme::Light, Chip::Ok);
    QSize size = chipSize(u"a short one"_s, theme.textFont());
    const QImage image = painted(colours, u"a text that is much too long for its chip"_s, size, theme.textFont());
    QVERIFY(!has(image, colours.text, {size.width() - 4, 0, 4, size.height()}));
    QVERIFY(has(image, colours.text, image.rect()));
}

void TestChipPainter::painterIsLeftAsItWas()
{
    const Theme theme;
    QImage image(100, 40, QImage::Format_ARGB32);
    QPainter painter(&image);
    painter.setPen(Qt::green);
    painter.setBrush(Qt::blue);
    for (const Chip chip : {Chip::Rank1, Chip::Drill})
        paintChip(&painter, image.rect(), chipColours(Scheme::HighContrast, chip), u"x"_s, theme.textFont());
    QCOMPARE(painter.pen().color(), QColor(Qt::green));
    QCOMPARE(painter.brush().color(), QColor(Qt::blue));
    QVERIFY(!painter.hasClipping());
    QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
}

void TestChipPainter::bordersDifferInHighContrast()
{
    const Theme theme;
    QList<QImage> seen;
    for (int rank = 1; rank <= 5; ++rank) {
        const QImage image = painted(chipColours(Scheme::HighContrast, rankChip(rank)), QString(), {80, 24}, theme.textFont());
        QVERIFY2(!seen.contains(image), qPrintable(QString::number(rank)));
        seen.append(image);
    }
    const QImage drill = painted(chipColours(Scheme::Dark, Chip::Drill), QString(), {80, 24}, theme.textFont());
    QVERIFY(has(drill, chipColours(Scheme::Dark, Chip::Drill).text, drill.rect())); // striped without any text
}

void TestChipPainter::labelReadsAsItsWord()
{
    Theme theme;
    ChipLabel label(theme);
    label.setChip(Chip::Late, u"Not done"_s);
    QCOMPARE(label.accessibleName(), u"Not done"_s);
    QCOMPARE(label.chip(), Chip::Late);
    QCOMPARE(label.sizeHint(), chipSize(chipText(Chip::Late, u"Not done"_s), theme.textFont()));
    label.resize(label.sizeHint());
    const QColor filling = theme.chip(Chip::Late).background;
    QVERIFY(has(label.grab().toImage().convertToFormat(QImage::Format_ARGB32), filling, label.rect()));
    theme.setTextSize(200);
    QCOMPARE(label.minimumSizeHint(), chipSize(label.text(), theme.textFont()));
}

QTEST_MAIN(TestChipPainter)
#include "tst_chippainter.moc"
