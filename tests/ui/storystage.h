// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "storysteps.h"
#include "windowprogram.h"

#include <QTemporaryDir>

#include <memory>

namespace fireline::test {

class StoryHand;

/// The real program in a home of its own, at a time that stands until a story says that it goes on. It stands at its start
/// window. GUI thread.
class StoryStage
{
public:
    /// `process` is the one that was used last; empty: none was.
    explicit StoryStage(const QString &process = {});
    ~StoryStage();
    Q_DISABLE_COPY_MOVE(StoryStage)

    /// The window of the incident that was just declared; null where none comes.
    [[nodiscard]] window::IncidentWindow *declared();
    /// What went wrong from the start window to the closed incident; empty: nothing, and the record holds all that the story
    /// promises. The program is over then.
    [[nodiscard]] QString play(StoryHand &hand, const QString &process, int severity);

private:
    [[nodiscard]] QString playIn(window::IncidentWindow &window, StoryHand &hand, QStringList &promised);
    /// What the file lacks of these types of events, in this order, and of the steps; or what is wrong with it.
    [[nodiscard]] static QString missingIn(const QString &path, QStringList promised, const QList<StoryStep> &steps);

    domain::SimulatedClock m_clock;
    QTemporaryDir m_home;
    std::unique_ptr<window::WindowProgram> m_program;
};

} // namespace fireline::test
