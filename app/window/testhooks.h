// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/incidentfeed.h"
#include "openincident.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <functional>
#include <memory>
#include <optional>

namespace fireline::window {

/// What tests of the real window can ask of it through the environment: a clock that stands, a drill that stands, a
/// translation, a list of what was shown as saved, a disk that is full or hangs, a moment to be killed at. Compiled in where
/// FIRELINE_TEST_HOOKS is defined, never in a package: elsewhere each answers as if nothing were asked.
class TestHooks
{
    Q_DECLARE_TR_FUNCTIONS(TestHooks)

public:
    TestHooks();

    /// FIRELINE_TEST_CLOCK=RFC3339: stands there. Else what a test of this process makes; null otherwise.
    [[nodiscard]] std::unique_ptr<domain::Clock> clock() const;
    /// Whether pictures of it shall be alike: then the text cursor does not blink either.
    [[nodiscard]] bool timeStands() const { return !m_clock.isEmpty(); }
    /// FIRELINE_TEST_DRILL=SECONDS: a drill is there after so much of its time at once, and stands.
    [[nodiscard]] std::optional<domain::Span> drillStandsAfter() const { return m_drillStandsAfter; }
    void setClock(std::function<std::unique_ptr<domain::Clock>()> make) { m_makeClock = std::move(make); }
    /// FIRELINE_TEST_TRANSLATION=FILE.qm; empty otherwise.
    [[nodiscard]] QString translation() const { return m_translation; }
    /// FIRELINE_TEST_FULL_DISK=1: what is opened cannot be written to. FIRELINE_TEST_HUNG_DISK=1: whoever writes to it never
    /// comes back. FIRELINE_TEST_KILL=written: the program is killed when something was. Empty otherwise.
    [[nodiscard]] session::StoreWrapper storeWrapper() const;
    /// FIRELINE_TEST_KILL=MOMENT: the program is killed there.
    void reach(QStringView moment) const;
    /// FIRELINE_TEST_SAVED=FILE: "saving ID" and "saved ID", one a line, as they are shown.
    void shown(const models::IncidentFeed &feed, const QStringList &eventIds) const;

private:
    QString m_clock;
    std::function<std::unique_ptr<domain::Clock>()> m_makeClock;
    QString m_translation;
    QString m_savedLog;
    std::optional<domain::Span> m_drillStandsAfter;
    bool m_diskIsFull = false;
    bool m_diskHangs = false;
    QString m_killedAt;
};

} // namespace fireline::window
