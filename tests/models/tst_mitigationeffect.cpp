// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/mitigationeffect.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace fireline::models;
using namespace fireline::domain;

namespace {

constexpr qint64 Minute = 60'000'000;
constexpr qint64 First = 1000; // minutes; an instant that is zero is not set

/// One value a minute: so many times each.
MetricPoints minutes(std::initializer_list<std::pair<int, double>> parts)
{
    MetricPoints points;
    for (const auto &[count, value] : parts) {
        for (int i = 0; i < count; ++i)
            points.push_back({(First + qint64(points.size())) * Minute, value});
    }
    return points;
}

} // namespace

/// What a mitigation did to a series: a verdict that agrees with the size of the effect, and when it can be told.
class MitigationEffectTest : public QObject
{
    Q_OBJECT
private slots:
    void mitigations_data();
    void mitigations();
    void mitigationsOfWhatMakesNoise_data();
    void mitigationsOfWhatMakesNoise();
    void whichTellsMore();
    void whenAMitigationCanBeTold_data();
    void whenAMitigationCanBeTold();
    void aMitigationWithoutEnoughValues();
};

void MitigationEffectTest::mitigations_data()
{
    using enum MitigationEffect::Verdict;
    QTest::addColumn<MetricPoints>("points"); // the impact begins at minute 30, it is mitigated at 60
    QTest::addColumn<bool>("knownStart");
    QTest::addColumn<MitigationEffect::Verdict>("verdict");
    QTest::addColumn<double>("recovered"); // NaN: not to be told
    QTest::addColumn<double>("delta");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto row = [nan](const char *name, const MetricPoints &points, bool known, MitigationEffect::Verdict verdict,
                           double recovered, double delta) {
        QTest::newRow(name) << points << known << verdict << (known ? recovered : nan) << delta;
    };
    row("all the way back", minutes({{30, 10}, {30, 50}, {30, 10}}), true, Restored, 1, -1);
    row("most of it", minutes({{30, 10}, {30, 50}, {30, 14}}), true, Restored, 0.9, -1);
    row("half", minutes({{30, 10}, {30, 50}, {30, 30}}), true, Partial, 0.5, -1);
    row("a tenth", minutes({{30, 10}, {30, 50}, {30, 46}}), true, Sideways, 0.1, -1);
    row("a tenth further away", minutes({{30, 10}, {30, 50}, {30, 54}}), true, Sideways, -0.1, 1);
    row("nothing", minutes({{30, 10}, {60, 50}}), true, NoEffect, 0, 0);
    row("worse", minutes({{30, 10}, {30, 50}, {30, 90}}), true, Worse, -1, 1);
    row("down, and back up", minutes({{30, 100}, {30, 20}, {30, 100}}), true, Restored, 1, 1);
    row("beyond the usual", minutes({{30, 10}, {30, 50}, {30, 2}}), true, Restored, 1.2, -1);
    row("further beyond the usual", minutes({{30, 10}, {30, 50}, {30, 1}}), true, PastUsual, 1.225, -1);
    row("back up, and far past it", minutes({{30, 1000}, {30, 400}, {30, 5000}}), true, PastUsual, 4600.0 / 600, 1);
    row("slow at first", minutes({{30, 10}, {30, 50}, {2, 50}, {28, 10}}), true, Restored, 1, -1);
    row("back, and away again", minutes({{30, 10}, {30, 50}, {17, 10}, {13, 50}}), true, Restored, 1, -1);
    row("no start known", minutes({{30, 10}, {30, 50}, {30, 10}}), false, Changed, nan, -1);
    row("no start known, nothing", minutes({{90, 50}}), false, NoEffect, nan, 0);
    row("no start known, hardly anything", minutes({{60, 500}, {30, 502}}), false, NoEffect, nan, 0);
    row("hardly different before it", minutes({{30, 500}, {30, 502}, {30, 500}}), true, NotShown, nan, 0);
    row("as usual before it, and no more", minutes({{60, 10}, {30, 50}}), true, LeftUsual, nan, 1);
    row("a share of nearly all", minutes({{30, 99.95}, {30, 99}, {30, 99.95}}), true, Restored, 1, 1);
}

void MitigationEffectTest::mitigations()
{
    QFETCH(MetricPoints, points);
    QFETCH(bool, knownStart);
    QFETCH(double, recovered);
    MitigationWindows windows;
    if (knownStart)
        windows.impactStart = Instant{(First + 30) * Minute};
    windows.mitigatedAt = Instant{(First + 60) * Minute};
    const MitigationEffect effect = mitigationEffect(points, windows);
    QTEST(effect.verdict, "verdict");
    QTEST(effect.delta, "delta");
    QCOMPARE(std::isnan(effect.recovered), std::isnan(recovered));
    if (!std::isnan(recovered))
        QCOMPARE(effect.recovered, recovered);
    QCOMPARE(effect.valuesBefore, 15);
    QCOMPARE(effect.valuesAfter, 15);
}

void MitigationEffectTest::mitigationsOfWhatMakesNoise_data()
{
    using enum MitigationEffect::Verdict;
    QTest::addColumn<double>("before"); // how many spreads from the usual
    QTest::addColumn<double>("after");
    QTest::addColumn<bool>("knownStart");
    QTest::addColumn<MitigationEffect::Verdict>("verdict");
    QTest::addColumn<bool>("noticeable"); // by the effect size
    QTest::newRow("nothing") << 0.0 << 0.0 << true << NotShown << false;
    QTest::newRow("a little") << 0.0 << 0.9 << true << NotShown << false;
    QTest::newRow("from one end of the noise to the other") << -1.8 << 1.8 << true << NotShown << true;
    QTest::newRow("no start known") << 0.0 << 0.9 << false << NoEffect << false;
    QTest::newRow("no start known, out of the noise") << 0.0 << 10.0 << false << Changed << true;
    QTest::newRow("the impact goes on") << 10.0 << 9.2 << true << NoEffect << false;
    QTest::newRow("all the way back") << 10.0 << 0.0 << true << Restored << true;
    QTest::newRow("as usual, though not all the way") << 4.0 << 1.2 << true << Restored << true;
    QTest::newRow("as usual, though past it by more than a little") << 4.0 << -1.2 << true << Restored << true;
    QTest::newRow("past the usual") << 4.0 << -2.4 << true << PastUsual << true;
    QTest::newRow("in part") << 10.0 << 5.0 << true << Partial << true;
    QTest::newRow("worse") << 10.0 << 15.0 << true << Worse << true;
    QTest::newRow("neither") << 40.0 << 36.0 << true << Sideways << true;
    QTest::newRow("no more as usual") << 0.0 << 10.0 << true << LeftUsual << true;
}

// What only makes noise says nothing, and the verdict agrees with the size of the effect.
void MitigationEffectTest::mitigationsOfWhatMakesNoise()
{
    QFETCH(double, before);
    QFETCH(double, after);
    QFETCH(bool, knownStart);
    const std::array noise{0.3, -1.5, 1.0, -0.7, 0.0, 1.5, -0.3, 0.7, -1.0}; // its spread is 1.04
    MetricPoints points;
    for (int i = 0; i < 90; ++i)
        points.push_back({(First + i) * Minute, 20 + (i < 30 ? 0 : i < 60 ? before : after) + noise[size_t(i) % noise.size()]});
    MitigationWindows windows;
    if (knownStart)
        windows.impactStart = Instant{(First + 30) * Minute};
    windows.mitigatedAt = Instant{(First + 60) * Minute};
    const MitigationEffect effect = mitigationEffect(points, windows);
    QTEST(effect.verdict, "verdict");
    QTEST(std::abs(effect.delta) >= 0.33, "noticeable");
    QCOMPARE(effect.showsImpact, knownStart && before > 2);
    QCOMPARE(std::isnan(effect.recovered), !effect.showsImpact);
}

// The impact's own series speaks first, however much another one changed.
void MitigationEffectTest::whichTellsMore()
{
    using enum MitigationEffect::Verdict;
    const auto made = [](MitigationEffect::Verdict verdict, double delta, bool shows) {
        MitigationEffect effect;
        effect.verdict = verdict;
        effect.delta = delta;
        effect.showsImpact = shows;
        return effect;
    };
    const QList<MitigationEffect> inOrder{made(Worse, 0.4, true),   made(PastUsual, -1, true),  made(Restored, -0.9, true),
                                          made(Partial, 0.6, true), made(NoEffect, 0.1, true),  made(LeftUsual, 1, false),
                                          made(Changed, 1, false),  made(NoEffect, 0.2, false), made(NotShown, 1, false),
                                          made(TooLittle, 0, false)};
    for (qsizetype i = 0; i < inOrder.size(); ++i) {
        for (qsizetype k = 0; k < inOrder.size(); ++k)
            QCOMPARE(tellsMore(inOrder[i], inOrder[k]), i < k);
    }
}

void MitigationEffectTest::whenAMitigationCanBeTold_data()
{
    QTest::addColumn<int>("step");  // minutes between two values
    QTest::addColumn<int>("until"); // minutes behind the mitigation
    QTest::addColumn<int>("told");  // minutes behind it; 0: unknown
    QTest::newRow("at once") << 1 << 0 << 6;
    QTest::newRow("while it takes hold") << 1 << 2 << 6;
    QTest::newRow("two of five") << 1 << 4 << 6;
    QTest::newRow("four of five") << 1 << 6 << 6;
    QTest::newRow("enough") << 1 << 7 << 0;
    QTest::newRow("each three minutes") << 3 << 4 << 15;
    QTest::newRow("too seldom") << 4 << 1 << 0;
}

void MitigationEffectTest::whenAMitigationCanBeTold()
{
    QFETCH(int, step);
    QFETCH(int, until);
    QFETCH(int, told);
    MetricPoints points;
    for (int i = -60; i < 30; i += step)
        points.push_back({(First + 60 + i) * Minute, 10});
    MitigationWindows windows;
    windows.mitigatedAt = Instant{(First + 60) * Minute};
    windows.look = Span::minutes(16);
    windows.until = windows.mitigatedAt + Span::minutes(until);
    const MitigationEffect effect = mitigationEffect(points, windows);
    QCOMPARE(effect.verdict == MitigationEffect::Verdict::TooLittle, until < 7);
    QCOMPARE(effect.toldFrom, told > 0 ? windows.mitigatedAt + Span::minutes(told) : Instant());
    QCOMPARE(effect.countsFrom, windows.mitigatedAt + Span::minutes(2));
    // No value came for long: nobody knows when one will.
    windows.until = windows.mitigatedAt + Span::minutes(10);
    points.erase(points.begin() + 60 / step, points.end());
    QVERIFY(!mitigationEffect(points, windows).toldFrom.isSet());
}

void MitigationEffectTest::aMitigationWithoutEnoughValues()
{
    MetricPoints points = minutes({{30, 10}, {30, 50}, {30, 10}});
    MitigationWindows windows;
    windows.impactStart = Instant{(First + 30) * Minute};
    windows.mitigatedAt = Instant{(First + 60) * Minute};
    windows.until = Instant{(First + 66) * Minute};
    QCOMPARE(mitigationEffect(points, windows).verdict, MitigationEffect::Verdict::TooLittle);
    windows.until = Instant{(First + 67) * Minute};
    QCOMPARE(mitigationEffect(points, windows).verdict, MitigationEffect::Verdict::Restored);
    QCOMPARE(mitigationEffect({}, windows).verdict, MitigationEffect::Verdict::TooLittle);
    // Hardly any time between impact and mitigation.
    windows.mitigatedAt = Instant{(First + 33) * Minute};
    QCOMPARE(mitigationEffect(points, windows).verdict, MitigationEffect::Verdict::TooLittle);
}

QTEST_GUILESS_MAIN(MitigationEffectTest)

#include "tst_mitigationeffect.moc"
