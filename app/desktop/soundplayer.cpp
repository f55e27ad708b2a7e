// SPDX-License-Identifier: GPL-3.0-or-later
#include "soundplayer.h"

#include <QUrl>

#ifdef FIRELINE_MULTIMEDIA
#include <QAudio>
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#endif

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::desktop {

using Level = domain::Attention::Level;

SoundPlayer::SoundPlayer(std::function<void()> beep, QObject *parent) : QObject(parent), m_beep(std::move(beep)) { }

SoundPlayer::~SoundPlayer() = default;

QString SoundPlayer::fileOf(Level level)
{
    switch (level) {
    case Level::Due: return u":/sounds/due.wav"_s;
    case Level::Late: return u":/sounds/late.wav"_s;
    case Level::Command:
    case Level::Taken: return u":/sounds/command.wav"_s;
    }
    return {};
}

void SoundPlayer::sound(Level level)
{
    if (!play(fileOf(level)))
        m_beep();
}

void SoundPlayer::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
}

#ifdef FIRELINE_MULTIMEDIA

bool SoundPlayer::play(const QString &file)
{
    if (QMediaDevices::defaultAudioOutput().isNull())
        return false;
    auto *effect = qobject_cast<QSoundEffect *>(m_effects.value(file));
    if (!effect) {
        effect = new QSoundEffect(this);
        // The device may go after it was found: then the beep is better than silence.
        connect(effect, &QSoundEffect::statusChanged, this, [this, effect] {
            if (effect->status() == QSoundEffect::Error)
                m_beep();
        });
        effect->setSource(QUrl(u"qrc"_s + file));
        m_effects.insert(file, effect);
    }
    if (effect->status() == QSoundEffect::Error)
        return false;
    effect->setVolume(float(QAudio::convertVolume(m_volume, QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale)));
    effect->play();
    return true;
}

#else

bool SoundPlayer::play(const QString &)
{
    return false;
}

#endif

} // namespace fireline::desktop
