// SPDX-License-Identifier: GPL-3.0-or-later
#include "soundplayer.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace fireline::desktop;
using Level = fireline::domain::Attention::Level;

class TestSoundPlayer : public QObject
{
    Q_OBJECT
private slots:
    void eachSoundIsShort_data();
    void eachSoundIsShort();
    void withoutADeviceItBeeps();
};

void TestSoundPlayer::eachSoundIsShort_data()
{
    QTest::addColumn<Level>("level");
    QTest::addColumn<int>("pulses");
    QTest::newRow("due") << Level::Due << 1;
    QTest::newRow("late") << Level::Late << 3;
    QTest::newRow("command") << Level::Command << 5;
}

void TestSoundPlayer::eachSoundIsShort()
{
    QFETCH(Level, level);
    QFETCH(int, pulses);
    QFile file(SoundPlayer::fileOf(level));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray wave = file.readAll();
    QVERIFY(wave.startsWith("RIFF"));
    const auto rate = qFromLittleEndian<quint32>(wave.constData() + 24);
    const auto *samples = reinterpret_cast<const uchar *>(wave.constData()) + 44;
    const qsizetype count = (wave.size() - 44) / 2;
    QVERIFY(count * 1000 / rate <= 600);
    // A pulse begins after 20 ms of silence.
    int found = 0;
    quint32 silent = rate;
    for (qsizetype i = 0; i < count; ++i) {
        const bool loud = std::abs(qFromLittleEndian<qint16>(samples + 2 * i)) > 600;
        if (loud && silent > rate / 50)
            ++found;
        silent = loud ? 0 : silent + 1;
    }
    QCOMPARE(found, pulses);
}

void TestSoundPlayer::withoutADeviceItBeeps()
{
    // Neither server nor card: what a machine without loudspeakers has.
    qputenv("PULSE_SERVER", "unix:/nowhere");
    qputenv("ALSA_CONFIG_PATH", "/nowhere");
    int beeps = 0;
    SoundPlayer player([&beeps] { ++beeps; });
    player.setVolume(7);
    QCOMPARE(player.volume(), 1.0);
    player.sound(Level::Late);
    QTRY_COMPARE(beeps, 1);
}

QTEST_MAIN(TestSoundPlayer)
#include "tst_soundplayer.moc"
