// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/attention.h"

#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

class TestAttention : public QObject
{
    Q_OBJECT
private slots:
    void tellsEachChangeOnce();
    void isHeardOnlyWhenLate();
    void tellsAgainAfterItWasDone();
};

namespace {

struct Recorder : NotificationSink, SoundSink
{
    void notify(const Attention &attention) override { notices.append(attention); }
    void sound(Attention::Level level) override { sounds.append(level); }
    QList<Attention> notices;
    QList<Attention::Level> sounds;
};

RunningClock clock(RunningClock::State state, Instant anchor = {1})
{
    RunningClock c;
    c.id = u"hdf.first"_s;
    c.state = state;
    c.anchor = anchor;
    return c;
}

} // namespace

void TestAttention::tellsEachChangeOnce()
{
    Recorder recorder;
    AttentionWatch watch(recorder, recorder);
    watch.look({clock(RunningClock::State::Running)});
    QCOMPARE(recorder.notices.size(), 0);
    watch.look({clock(RunningClock::State::Due)});
    watch.look({clock(RunningClock::State::Due)});
    QCOMPARE(recorder.notices.size(), 1);
    watch.look({clock(RunningClock::State::Late)});
    watch.look({clock(RunningClock::State::Late)});
    QCOMPARE(recorder.notices.size(), 2);
    QCOMPARE(recorder.notices.last().level, Attention::Level::Late);
}

void TestAttention::isHeardOnlyWhenLate()
{
    Recorder recorder;
    AttentionWatch watch(recorder, recorder);
    watch.look({clock(RunningClock::State::Due)});
    QCOMPARE(recorder.sounds.size(), 0);
    watch.look({clock(RunningClock::State::Late)});
    QCOMPARE(recorder.sounds, QList<Attention::Level>{Attention::Level::Late});
    RunningClock rung = clock(RunningClock::State::Due);
    rung.kind = RunningClock::Kind::Rung;
    rung.id = u"lad.noack/1"_s;
    watch.look({rung});
    QCOMPARE(recorder.sounds.last(), Attention::Level::Command);
}

void TestAttention::tellsAgainAfterItWasDone()
{
    Recorder recorder;
    AttentionWatch watch(recorder, recorder);
    watch.look({clock(RunningClock::State::Late)});
    watch.look({clock(RunningClock::State::Running, {2})});
    watch.look({clock(RunningClock::State::Late, {2})});
    QCOMPARE(recorder.notices.size(), 2);
}

QTEST_APPLESS_MAIN(TestAttention)
#include "tst_attention.moc"
