// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/attention.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace fireline::desktop {

/// Makes the alarm sounds: one pulse for due, three for late, three and two for command. What is heard when is decided by
/// models::AlarmBudget; here it is only played, at once and without waiting. GUI thread; owned by whoever composes the window.
class SoundPlayer : public QObject, public domain::SoundSink
{
    Q_OBJECT
public:
    /// `beep` is used where no sound device can play: QApplication::beep.
    explicit SoundPlayer(std::function<void()> beep, QObject *parent = nullptr);
    ~SoundPlayer() override;

    void sound(domain::Attention::Level level) override;

    /// 0 to 1, as a person hears it.
    void setVolume(double volume);
    [[nodiscard]] double volume() const { return m_volume; }

    /// The resource that is played: ":/sounds/late.wav".
    [[nodiscard]] static QString fileOf(domain::Attention::Level level);

private:
    /// Gives whether it will be heard, or may be.
    bool play(const QString &file);

    std::function<void()> m_beep;
    double m_volume = 1;
    QHash<QString, QObject *> m_effects; ///< by file; made when first wanted: a quiet day needs no sound device
};

} // namespace fireline::desktop
