// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourdifference.h"
#include "theme/tokens.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace fireline::views;
using colours::Vision;

namespace {

constexpr double textContrast = 4.5;
constexpr double markContrast = 3;

const QList<Chip> &allChips()
{
    static const QList<Chip> chips{Chip::Rank1, Chip::Rank2, Chip::Rank3, Chip::Rank4,    Chip::Rank5, Chip::Ok,
                                   Chip::Due,   Chip::Late,  Chip::Info,  Chip::Conflict, Chip::Drill, Chip::Offline};
    return chips;
}

/// The smallest contrast of a colour with the surfaces that anything may stand on.
double worstContrast(Scheme scheme, const QColor &colour)
{
    double worst = 21;
    for (const Ink surface : {Ink::Window, Ink::Base, Ink::Alternate})
        worst = std::min(worst, colours::contrast(colour, ink(scheme, surface)));
    return worst;
}

void schemes()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
    QTest::newRow("high contrast") << Scheme::HighContrast;
}

} // namespace

Q_DECLARE_METATYPE(fireline::views::Scheme)
Q_DECLARE_METATYPE(colours::Lab)

/// The palettes, as a table of numbers: contrast, and ranks that nobody mistakes for another.
class TestTokens : public QObject
{
    Q_OBJECT
private slots:
    void differenceIsThePublishedOne_data();
    void differenceIsThePublishedOne();
    void contrastIsThatOfWcag();
    void textIsReadableOnEverySurface_data() { schemes(); }
    void textIsReadableOnEverySurface();
    void marksAreVisibleOnEverySurface_data() { schemes(); }
    void marksAreVisibleOnEverySurface();
    void chipsAreReadableAndVisible_data() { schemes(); }
    void chipsAreReadableAndVisible();
    void ranksDifferForEveryEye_data();
    void ranksDifferForEveryEye();
    void chipsHaveShapes();
    void contrastRanksDifferByFillingAndBorder();
    void ranksAreClamped();
};

/// The pairs of Sharma, Wu and Dalal 2005, table 1, that tell apart all branches of the formula.
void TestTokens::differenceIsThePublishedOne_data()
{
    using colours::Lab;
    QTest::addColumn<Lab>("one");
    QTest::addColumn<Lab>("other");
    QTest::addColumn<double>("expected");
    const struct
    {
        Lab one;
        Lab other;
        double expected;
    } pairs[]{
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
        {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
        {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
        {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
        {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, -1, 2}, {50, 0, 0}, 2.3669},
        {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
        {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
        {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
        {{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
        {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
        {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
        {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
        {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
        {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
        {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
        {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
        {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
        {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
        {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
        {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
        {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    int number = 0;
    for (const auto &pair : pairs)
        QTest::addRow("%d", ++number) << pair.one << pair.other << pair.expected;
}

void TestTokens::differenceIsThePublishedOne()
{
    QFETCH(colours::Lab, one);
    QFETCH(colours::Lab, other);
    QFETCH(double, expected);
    QVERIFY(std::abs(colours::difference(one, other) - expected) < 0.0001);
}

void TestTokens::contrastIsThatOfWcag()
{
    QVERIFY(qFuzzyCompare(colours::contrast(Qt::white, Qt::black), 21.0));
    QVERIFY(qFuzzyCompare(colours::contrast(Qt::black, Qt::black), 1.0));
    // The lightest grey that passes on white.
    QVERIFY(colours::contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= textContrast);
    QVERIFY(colours::contrast(QColor(0x77, 0x77, 0x77), Qt::white) < textContrast);
    QCOMPARE(colours::seenBy(Vision::Protan, Qt::white), QColor(Qt::white));
    QCOMPARE(colours::seenBy(Vision::Grey, Qt::black), QColor(Qt::black));
}

void TestTokens::textIsReadableOnEverySurface()
{
    QFETCH(Scheme, scheme);
    for (const Ink text : {Ink::Text, Ink::Muted, Ink::Link, Ink::Error, Ink::Warn, Ink::Ok, Ink::Disabled}) {
        const double worst = worstContrast(scheme, ink(scheme, text));
        QVERIFY2(worst >= textContrast, qPrintable(QStringLiteral("ink %1: %2").arg(int(text)).arg(worst)));
    }
    QVERIFY(colours::contrast(ink(scheme, Ink::SelectionText), ink(scheme, Ink::Selection)) >= textContrast);
    // The selection of a disabled list.
    QVERIFY(colours::contrast(ink(scheme, Ink::Base), ink(scheme, Ink::Disabled)) >= textContrast);
}

void TestTokens::marksAreVisibleOnEverySurface()
{
    QFETCH(Scheme, scheme);
    // Muted is the edge of check boxes, Link the focus ring.
    for (const Ink mark : {Ink::Border, Ink::Muted, Ink::Link, Ink::Selection}) {
        const double worst = worstContrast(scheme, ink(scheme, mark));
        QVERIFY2(worst >= markContrast, qPrintable(QStringLiteral("ink %1: %2").arg(int(mark)).arg(worst)));
    }
}

void TestTokens::chipsAreReadableAndVisible()
{
    QFETCH(Scheme, scheme);
    for (const Chip chip : allChips()) {
        const ChipColours colour = chipColours(scheme, chip);
        const double text = colours::contrast(colour.text, colour.background);
        QVERIFY2(text >= textContrast, qPrintable(QStringLiteral("chip %1: %2").arg(int(chip)).arg(text)));
        const double border = worstContrast(scheme, colour.border);
        QVERIFY2(border >= markContrast, qPrintable(QStringLiteral("border of chip %1: %2").arg(int(chip)).arg(border)));
    }
}

void TestTokens::ranksDifferForEveryEye_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<int>("vision");
    QTest::addColumn<double>("least");
    const std::pair<const char *, Scheme> inSchemes[]{{"light", Scheme::Light}, {"dark", Scheme::Dark}};
    const std::tuple<const char *, Vision, double> visions[]{{"normal", Vision::Normal, 14},
                                                             {"protan", Vision::Protan, 14},
                                                             {"deutan", Vision::Deutan, 14},
                                                             {"tritan", Vision::Tritan, 14},
                                                             {"grey", Vision::Grey, 8}};
    for (const auto &[schemeName, scheme] : inSchemes) {
        for (const auto &[name, vision, least] : visions)
            QTest::addRow("%s, %s", schemeName, name) << scheme << int(vision) << least;
    }
}

void TestTokens::ranksDifferForEveryEye()
{
    QFETCH(Scheme, scheme);
    QFETCH(int, vision);
    QFETCH(double, least);
    const auto seen = [&](int rank) { return colours::seenBy(Vision(vision), chipColours(scheme, rankChip(rank)).background); };
    for (int one = 1; one <= 4; ++one) {
        for (int other = one + 1; other <= 4; ++other) {
            const double found = colours::difference(seen(one), seen(other));
            QVERIFY2(found >= least, qPrintable(QStringLiteral("ranks %1 and %2: %3").arg(one).arg(other).arg(found)));
        }
    }
}

void TestTokens::chipsHaveShapes()
{
    QSet<QString> ranks;
    for (const Chip chip : allChips()) {
        QVERIFY(!chipShape(chip).isEmpty());
        if (chip <= Chip::Rank5)
            ranks.insert(chipShape(chip));
    }
    QCOMPARE(ranks.size(), 5);
    const QSet<QString> states{chipShape(Chip::Ok), chipShape(Chip::Due), chipShape(Chip::Late)};
    QCOMPARE(states.size(), 3);
}

void TestTokens::contrastRanksDifferByFillingAndBorder()
{
    QSet<QString> looks;
    for (int rank = 1; rank <= 5; ++rank) {
        const ChipColours colour = chipColours(Scheme::HighContrast, rankChip(rank));
        looks.insert(colour.background.name() + QString::number(int(colour.outline)));
    }
    QCOMPARE(looks.size(), 5);
}

void TestTokens::ranksAreClamped()
{
    QCOMPARE(rankChip(0), Chip::Rank1);
    QCOMPARE(rankChip(3), Chip::Rank3);
    QCOMPARE(rankChip(9), Chip::Rank5);
}

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
